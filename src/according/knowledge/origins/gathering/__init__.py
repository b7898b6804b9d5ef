"""What says the same: statements and contents of several articles that one proposition takes in."""
