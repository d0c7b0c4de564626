# Placemate. `make` alone lists what can be done; everything is installed into .venv, once.

VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

ifdef UV
MAKE_VENV = UV_PYTHON_DOWNLOADS=never "$(UV)" venv --quiet --clear --python "$(PYTHON)" $(VENV)
INSTALL = "$(UV)" pip install --quiet --python $(BIN)/python
else
MAKE_VENV = "$(PYTHON)" -m venv --clear $(VENV)
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

# Set-up leaves a stamp: it is done once, and again when what it installs has changed.
RUNNABLE := $(VENV)/.runnable
TESTABLE := $(VENV)/.testable

.PHONY: help setup demo run test check cover bench draw words format lock clean
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST)

setup: $(RUNNABLE) ## install into .venv what it needs to run, and start nothing

demo: $(RUNNABLE) ## the main job in a browser, without accounts or tokens: http://127.0.0.1:8080
	@$(BIN)/placemate demo $(ARGS)

run: $(RUNNABLE) ## the program with config.toml (ARGS="--config FILE" for another)
	@$(BIN)/placemate run $(ARGS)

test: check ## every check, then the tests (ARGS="-k words" for some)
	$(BIN)/pytest -n auto $(ARGS)

check: $(TESTABLE) ## format, lint, types, import walls, dependencies
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry .

format: $(TESTABLE) ## lay the source out as `make check` wants it
	$(BIN)/ruff format --quiet .
	$(BIN)/ruff check --quiet --fix .

cover: $(TESTABLE) ## the tests with branch coverage
	$(BIN)/pytest -n auto --cov $(ARGS)

bench: $(TESTABLE) ## the performance figures
	$(BIN)/python -m tests.benchmarks $(ARGS)

draw: $(RUNNABLE) ## every conversation as a mermaid drawing
	@$(BIN)/placemate flows draw $(ARGS)

words: $(RUNNABLE) ## bring the catalogues of translations up to date with the texts
	$(BIN)/python -m flows.extraction $(ARGS)

# Hashes and no host: the pins serve whatever index a machine is set up for. ARGS=--upgrade takes newer releases.
COMPILE = $(BIN)/uv pip compile pyproject.toml --extra charts --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --custom-compile-command "make lock"

lock: $(TESTABLE) ## pin the dependencies of pyproject.toml anew
	$(COMPILE) --group build --output-file requirements.txt $(ARGS)
	$(COMPILE) --group dev --constraint requirements.txt --output-file requirements-dev.txt $(ARGS)

clean: ## remove .venv and what tools have cached
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "Placemate needs Python 3.11 or newer; python3 here is: $$(python3 -V 2>&1 || :)." \
		"Install one, or name it: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(MAKE_VENV) || { rm -rf $(VENV); echo "No virtual environment could be made with $(PYTHON)." \
		"On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

# The build backend is among the pins, so that nothing is fetched unpinned behind the project's own installation.
# --no-deps: the pins are complete, and pip 23.2 looks past them for what is required with an extra, such as coverage[toml].
$(RUNNABLE): requirements.txt pyproject.toml | $(BIN)/python
	@echo "Setting up $(VENV): a minute or two, once." >&2
	@$(INSTALL) --no-deps --require-hashes -r requirements.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(TESTABLE): requirements-dev.txt $(RUNNABLE)
	@echo "Adding what the checks and tests need." >&2
	@$(INSTALL) --no-deps --require-hashes -r requirements-dev.txt
	@touch $@
