"""The vocabulary that the rules read by: nothing here but data."""
