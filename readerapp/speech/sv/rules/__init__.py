"""The rules: each file reads one kind of writing, each function yields the readings of one shape of it."""
