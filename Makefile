# Each target does what the ones before it do, when needed. `make help` prints them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash
# A network with a certificate authority of its own is known to the system, not to uv.
export UV_SYSTEM_CERTS ?= 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Compiled modules are kept: each process would else compile all of them anew (4 s of 9 until it does anything).
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
# How many tests run side by side.
WORKERS ?= 2

bin := .venv/bin
uv := $(bin)/uv pip
wheels := .venv/.wheels
ready := .venv/.ready
browser := .cache/browser/.ready
migrated := $(bin)/alembic upgrade head && $(bin)/alembic check

.PHONY: help setup setup-browser demo test coverage lint format check migrations-check catalogue-check \
        bench filters requirements clean

help:  ## Print what each target does
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 26

setup: $(ready)  ## Build the environment, .venv, from the pinned requirements

demo: setup  ## Fill an empty database with the demonstration and serve it on 127.0.0.1:8000
	$(bin)/tandem demo

test: setup setup-browser  ## Run every test, on both databases and in a real browser
	$(bin)/python -m pytest --numprocesses $(WORKERS) --dist worksteal

lint: setup  ## Check style, types and templates
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/djlint --quiet --lint templates

bench: setup  ## Time the mathematics, and portfolios of up to 10,000 initiatives on both databases
	$(bin)/python -m bench
	$(bin)/python -m bench.portfolio

filters: setup  ## Take each filter of access out in a copy, and see that the tests miss it (10 minutes)
	$(bin)/python -m bench.scope_filters

check: lint migrations-check catalogue-check test  ## All of what the continuous integration runs

setup-browser: $(browser)  ## Find or fetch a Chromium, and axe-core, for the browser tests

coverage: setup setup-browser  ## Run every test and show the lines and branches that none reaches
	$(bin)/coverage erase
	$(bin)/coverage run -m pytest --numprocesses $(WORKERS) --dist worksteal
	$(bin)/coverage combine --quiet
	$(bin)/coverage report

format: setup  ## Put the Python code into its one form
	$(bin)/ruff check --fix-only --quiet .
	$(bin)/ruff format .

migrations-check: setup  ## See that the migrations make what the models say, on both databases
	folder=$$(mktemp -d) && TANDEM_DATABASE_URL=sqlite:///$$folder/checked.sqlite3 $(SHELL) -c "$(migrated)" && rm -r $$folder
	$(bin)/python -m tests.support.postgresql $(SHELL) -c "$(migrated)"

catalogue-check: setup  ## See that the translations know every text of the program
	$(bin)/python -m app.i18n.extract --check

requirements: setup  ## Compile requirements/*.in into pinned, hashed *.txt
	for name in base dev uv; do \
	    UV_CUSTOM_COMPILE_COMMAND="make requirements" $(uv) compile --quiet --universal --generate-hashes \
	        --python-version 3.11 --no-emit-index-url requirements/$$name.in --output-file requirements/$$name.txt \
	        $(UPGRADE) || exit 1; \
	done

clean:  ## Remove what the other targets made, but not your database in var/
	rm -rf .venv .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info

$(wheels): requirements/dev.txt requirements/uv.txt
	test -x $(bin)/python || $(PYTHON) -m venv .venv
	$(bin)/python -m pip install --quiet --require-hashes --requirement requirements/uv.txt
	$(uv) sync --quiet --compile-bytecode --require-hashes --only-binary :all: --python $(bin)/python \
	    requirements/dev.txt requirements/uv.txt
	touch $@

$(ready): $(wheels) pyproject.toml
	$(uv) install --quiet --no-deps --no-build-isolation --python $(bin)/python --editable .
	touch $@

$(browser): $(ready) tests/support/browser.py tests/browser/package-lock.json
	$(bin)/python -m tests.support.browser
	touch $@
