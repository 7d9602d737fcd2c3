"""What YAML reads without complaint, and other than its editor meant."""
