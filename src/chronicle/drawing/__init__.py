"""Drawings: numbers and points become the geometry of charts and maps, in SVG's terms."""
