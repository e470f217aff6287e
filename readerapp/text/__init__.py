"""Ground that every room stands on: texts rewritten with the way back, files written whole and read again."""
