"""From finished files to the published folder, in one step."""
