"""Words for what stops the parser, and the edits that let it read on."""
