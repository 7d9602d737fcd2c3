"""From records to the chronicle: names resolved, dates bounded, everything in order and counted once."""
