.DEFAULT_GOAL := help
.SUFFIXES:
SHELL := /bin/bash
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
bin := .venv/bin
ready := .venv/.ready

help:  ## Print what each target does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | sort | \
	    while IFS=$$'\t' read -r target meaning; do printf '  make %-14s %s\n' "$$target" "$$meaning"; done

setup: $(ready)  ## Build the environment in .venv from the pinned requirements (nothing to do: nothing done)

$(ready): requirements/dev.txt requirements/uv.txt pyproject.toml
	test -x $(bin)/python || $(PYTHON) -m venv .venv
	$(bin)/python -m pip install --quiet --require-hashes --requirement requirements/uv.txt
	$(bin)/uv pip install --quiet --require-hashes --only-binary :all: --python $(bin)/python --requirement requirements/dev.txt
	$(bin)/uv pip install --quiet --no-deps --no-build-isolation --python $(bin)/python --editable .
	touch $@
.PHONY: help setup
