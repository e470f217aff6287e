"""Text to sound: one module an engine."""
