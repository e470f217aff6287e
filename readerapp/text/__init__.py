"""Ground that every room stands on: files written whole, files read again when they change, spaces put in order."""
