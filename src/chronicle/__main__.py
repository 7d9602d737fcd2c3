"""`python -m chronicle`."""

from chronicle.cli.main import run

if __name__ == "__main__":
    run()
