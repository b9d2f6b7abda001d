"""`python -m checker` is the command `tendercheck`."""

from checker.cli import main

main()
