"""The rules: each file reads one kind of writing, each function yields what is said for one shape of it."""
