"""The refusal: the program could not run at all, which is nobody's faulty record."""


class Refusal(Exception):
    """Why nothing was done, and the way out; exit code 2."""

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word of every diagnostic
        super().__init__(message)
        self.message, self.help = message, help
