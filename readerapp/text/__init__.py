"""The ground room for text and files: what is fit to be said, and changing a text while keeping the way back."""
