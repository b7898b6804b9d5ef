"""`python -m according` is the command."""

from according.cli import main

main()
