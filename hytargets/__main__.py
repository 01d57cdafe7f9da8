"""What runs with `python -m hytargets`."""

from hytargets.cli import main

main()
