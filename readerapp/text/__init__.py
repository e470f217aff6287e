"""Ground that every room stands on: texts cleaned and rewritten with the way back, files written whole and read again."""
