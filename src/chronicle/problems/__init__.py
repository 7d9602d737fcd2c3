"""What is wrong with what people wrote, as values: where it stands, what it is, and the way out."""
