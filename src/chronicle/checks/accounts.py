"""Accounts say what they dispute."""

from collections.abc import Iterator

from chronicle.link.chronicle import Chronicle
from chronicle.problems.problem import Problem


def accounts(chronicle: Chronicle) -> Iterator[Problem]:
    """Yield an error for an account that disputes something and does not say what."""
    for event in chronicle.events.values():
        if event.id in chronicle.unreadable:
            continue
        for number, account in enumerate(event.accounts):
            if account.stance == "disputes" and not account.point:
                yield Problem(
                    code="missing-point",
                    message="this account disputes something, and does not say what",
                    file=event.file,
                    field=("sources", number, "stance"),
                )
