"""The reader: the first page, the article with its player, and what they play."""
