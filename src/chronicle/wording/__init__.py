"""Values and a catalogue of words in, phrases out."""

from chronicle.wording.dates import date_words, day_words, machine, period_words
from chronicle.wording.lists import either_words, list_words
from chronicle.wording.quantities import quantity_words, range_words
from chronicle.wording.words import Words

__all__ = [
    "Words",
    "date_words",
    "day_words",
    "either_words",
    "list_words",
    "machine",
    "period_words",
    "quantity_words",
    "range_words",
]
