"""Where the parts of a chronicle lie, by their paths in its folder."""

SETTINGS = "chronicle.yaml"
EVENTS = "events"
REGISTERS = "registers"
STATIC = "static"
TEMPLATES = "templates"
