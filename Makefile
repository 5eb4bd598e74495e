# Everything a developer or a first user does. `make help` lists it.
VENV ?= .venv
BIN := $(VENV)/bin
OUTPUT ?= output
STAMP := $(VENV)/.installed
SCRIPT := geo/webmap/script
MODULES := $(SCRIPT)/node_modules
SOURCES := geo tests benchmarks

.DEFAULT_GOAL := help
.PHONY: help map example test modules lint format lock bench region confidence learn clean

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

map: $(STAMP) ## install, build the map of the five seed reports, print its path
	@$(BIN)/geo build seeds --output $(OUTPUT) --no-open

example: $(STAMP) ## build the map of the reports written for examples/karabakh-2020, print its path
	@$(BIN)/geo build examples/karabakh-2020/reports.jsonl --output $(OUTPUT)/karabakh-2020 --no-open

test: $(STAMP) modules ## run every test on every core, in a real Chromium too
	@CHROMIUM="$$(.ci/find-chromium)" $(BIN)/python -m pytest --numprocesses auto --dist loadfile $(ARGS)

# What the page's script is checked with. Without npm or a network its tests are skipped, and say so.
modules: $(MODULES)/.package-lock.json
$(MODULES)/.package-lock.json: $(SCRIPT)/package.json $(SCRIPT)/package-lock.json
	@if command -v npm >/dev/null 2>&1; then \
	  (cd $(SCRIPT) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) && touch $@ || \
	    echo "npm ci failed in $(SCRIPT): tests of the page's bundle and types will be skipped." >&2; \
	else echo "npm is not installed: tests of the page's bundle and types will be skipped." >&2; fi

lint: $(STAMP) ## check style (ruff) and types (mypy)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy

format: $(STAMP) ## format the code and fix what can be fixed without thought
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

lock: $(STAMP) ## choose versions anew: requirements.lock, for Python 3.11 to 3.13, with hashes
	$(BIN)/python -m pip install --quiet 'uv>=0.5'
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate --quiet --output-file requirements.lock

bench: $(STAMP) ## print speed and memory
	$(BIN)/python -m benchmarks

region: $(STAMP) ## build the shapes of the regions, and their base maps, anew from their packages
	$(BIN)/python -m geo.recipe karabakh
	$(BIN)/python -m geo.recipe karabakh --base
	$(BIN)/python -m geo.recipe ukraine --base

confidence: $(STAMP) ## fit the confidence of claims anew, and print how well it holds
	$(BIN)/python -m geo.evaluate.calibration tests/eval/gold/sentences.jsonl tests/eval/own/cases/*.jsonl \
	  tests/eval/own/articles_open*.jsonl tests/eval/own/news_open*.jsonl tests/eval/own/plain_open*.jsonl tests/eval/own/registers_open.jsonl tests/eval/own/train_*.jsonl \
	  --aside tests/eval/own/articles_aside_*.jsonl tests/eval/own/news_aside*.jsonl tests/eval/own/plain_aside*.jsonl tests/eval/own/registers_aside.jsonl --write

learn: $(STAMP) ## learn anew whom a sentence means that leaves a party out, and print what it gives on unseen texts
	$(BIN)/python -m geo.evaluate.learning tests/eval/gold/sentences.jsonl tests/eval/own/cases/*.jsonl \
	  tests/eval/own/articles_open*.jsonl tests/eval/own/news_open*.jsonl tests/eval/own/plain_open*.jsonl tests/eval/own/registers_open.jsonl tests/eval/own/train_*.jsonl --write

clean: ## remove the environment, the output and every cache
	rm -rf $(VENV) $(MODULES) $(OUTPUT)/* build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamp is newer than what was installed, so that a second `make map` installs nothing.
$(STAMP): requirements.lock pyproject.toml
	@python=$$(PYTHON='$(PYTHON)' .ci/find-python) && { [ -x $(BIN)/python ] || $$python -m venv $(VENV); }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
