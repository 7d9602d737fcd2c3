"""Quantities: a number keeps its wording, has bounds, and adds up to no more than the records state."""

from chronicle.quantities.quantity import Form, Quantity
from chronicle.quantities.reading import ONE, read
from chronicle.quantities.totals import NOTHING, Total, as_total, contradicts, possibly, residual, span, times, total

__all__ = [
    "NOTHING",
    "ONE",
    "Form",
    "Quantity",
    "Total",
    "as_total",
    "contradicts",
    "possibly",
    "read",
    "residual",
    "span",
    "times",
    "total",
]
