"""What pages say, as plain values: made by the planners, laid out by the templates."""
