"""The schema of what people write: kinds of values, and the walk that finds every fault in a tree."""
