# The recipes that people and CI both use. They need git, make, and Python 3.12 or newer (or uv); everything else is
# installed into .venv from locked, hashed requirements. `make` alone lists the recipes.

VENV ?= .venv
BIN := $(VENV)/bin
# pytest and the linters would otherwise take settings from an environment that happens to be active.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME

# Two workers suit the smallest machine that we support; a file of tests stays together, so that it shares its fixtures.
PYTEST_ARGS ?= -n 2 --dist loadfile
INSTALLED_FROM := scripts/install scripts/make-venv scripts/web-assets.toml scripts/web_assets.py hatch_build.py pyproject.toml
TEMPLATES = $(shell find src/wardmote/web -name '*.html')

.DEFAULT_GOAL := help
.PHONY: help setup demo test check format bench calibrate docs lock upgrade wheel clean

help: ## list the recipes
	@sed -n 's/^\([a-z]*\):.*## /\1 - /p' Makefile

setup: $(VENV)/.installed-dev ## make .venv with everything that work on Wardmote needs

demo: $(VENV)/.installed-run ## build the invented partnership, make its assessment, and serve the site
	$(BIN)/wardmote demo

test: setup check ## run the checks and every test, those of the workspace on PostgreSQL too
	$(BIN)/pytest $(PYTEST_ARGS)
	$(BIN)/python tests/postgresql.py $(PYTEST_ARGS) tests/workspace

check: setup ## run the linters, the type checker and the import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djade --check $(TEMPLATES)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/codespell
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml src

format: setup ## lay out code and templates, and mend what can be mended
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .
	-$(BIN)/djade $(TEMPLATES)

bench: setup ## print each benchmark's ratio against a named peer or limit
	$(BIN)/python -m bench

calibrate: setup ## print how often each test cries wolf, and what it can see
	$(BIN)/python -m bench.calibrate

docs: setup ## write the reference pages again from the code
	$(BIN)/python scripts/reference_docs.py

lock: setup ## write requirements/ again from pyproject.toml
	sh scripts/lock $(VENV)

upgrade: setup ## as lock, with the newest versions
	sh scripts/lock $(VENV) --upgrade

wheel: setup ## build the wheel, assets included
	$(BIN)/python -m build --wheel

clean: ## remove what the recipes made
	rm -rf $(VENV) build dist demo .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/.installed-run: requirements/install.txt requirements/run.txt $(INSTALLED_FROM)
	@test -x $(BIN)/python || sh scripts/make-venv $(VENV)
	@sh scripts/install $(VENV) run
	@touch $@

$(VENV)/.installed-dev: requirements/install.txt requirements/dev.txt $(INSTALLED_FROM)
	@test -x $(BIN)/python || sh scripts/make-venv $(VENV)
	@sh scripts/install $(VENV) dev
	@touch $@ $(VENV)/.installed-run
