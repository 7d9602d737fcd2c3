"""What the site offers to machines: one module a format."""
