"""`python -m chronicle`."""

from chronicle.cli.start import run

if __name__ == "__main__":
    run()
