"""Words that the rules go by: tables only."""
