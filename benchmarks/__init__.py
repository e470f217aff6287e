"""What the bars are measured with; each file says how."""
