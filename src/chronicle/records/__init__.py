"""Records in their written form: what an editor may write, declared once."""
