"""Bytes to rows and nodes, and back: YAML, tables, workbooks, texts."""
