"""Dates of every form, for Hypothesis."""

import datetime

from hypothesis import strategies as st

from chronicle.dates.date import Date, Form, dated, first_day, last_day

days = st.dates(min_value=datetime.date(1000, 1, 1))
ends = st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from([4, 7, 10]))


@st.composite
def dates(draw: st.DrawFn, forms: tuple[Form, ...] = tuple(Form)) -> Date:
    form = draw(st.sampled_from(forms))
    one, other = draw(ends), draw(ends)
    match form:
        case Form.DAY:
            return dated(form, *[draw(days).isoformat()] * 2)
        case Form.WITHIN:
            return dated(form, *[one[:7]] * 2)
        case Form.ABOUT:
            return dated(form, one, one)
        case Form.THROUGHOUT | Form.BETWEEN:
            return dated(form, *((one, other) if first_day(one) <= last_day(other) else (other, one)))
        case Form.BY:
            return dated(form, end=one)
        case Form.NOT_BEFORE:
            return dated(form, start=one)
        case Form.OPEN:
            return dated(form, start=draw(st.sampled_from([one, ""])))
        case Form.UNKNOWN:
            return dated(form)


words = st.sampled_from(
    (
        *("between", "and", "to", "by", "not before", "about", "unknown", "open", "from", "since", "before"),
        *(
            "after",
            "until",
            "early",
            "summer",
            "June",
            "Nov",
            "Thursday",
            "3rd",
            "circa",
            "or",
            "T12:00",
            "today",
        ),
        *(
            "2020-06-03",
            "2020-06",
            "2020",
            "9999",
            "9999-12-31",
            "1000-01-01",
            "2020-02-31",
            "2020-13",
            "0999",
        ),
        *("12/11/2020", "3-4", "20", "2020-XX", "2020-06-1u", "20200607", "12", "06", "31", "0"),
        *("-", "–", "/", "..", "[", "]", "{", "}", "~", "?", "%", ",", ".", "'20", "٢٠٢٠", "\u00a0", "\n"),
    )
)
sentences = st.builds(lambda parts, gap: gap.join(parts), st.lists(words, max_size=7), st.sampled_from(["", " ", "  "]))
"""Texts that look like dates, some of which are."""
