"""From files to records: everything that people wrote, as far as it can be read, and what is wrong with it."""
