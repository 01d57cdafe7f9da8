"""What a new project starts from."""
