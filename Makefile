# Everything from a bare machine: Python 3.11 or newer and make. The first call sets up .venv from the lock file.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
ARTICLES := ../shared/bench/news-3000.jsonl.gz
GOLD := ../shared/gold/dev

.PHONY: help setup run browser java test lint types layers pythons weights held-out bench bench-memory bench-large bench-merge bench-archive screenshot tables schemas lock clean

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

setup: $(READY)  ## .venv with everything that the lock file names

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) from requirements.lock ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: $(READY)  ## extract, merge and audit the sample corpus into out/, with a summary
	@$(BIN)/solieu run corpus/articles --out out --records corpus/records.csv

lint: $(READY)  ## ruff
	@$(BIN)/ruff check .

types: $(READY)  ## mypy, strict
	@$(BIN)/mypy

layers: $(READY)  ## each layer imports only from those below it
	@$(BIN)/lint-imports

browser:  ## Chromium, in which the tests open the report; installed by apt-get where there is none
	@for one in chromium chromium-browser google-chrome; do command -v $$one >/dev/null && exit 0; done; \
	test "$$(id -u)" = 0 && as= || as=sudo; \
	echo "Installing Chromium ..." >&2; \
	{ $$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq chromium >/dev/null; } || \
	{ echo "There is no Chromium, and it could not be installed: install it, so that the command chromium starts it." >&2; exit 1; }

java:  ## Java, in which the tests run Spark; installed by apt-get where there is none, else those tests are skipped
	@command -v java >/dev/null || test -x "$$JAVA_HOME/bin/java" && exit 0; \
	test "$$(id -u)" = 0 && as= || as=sudo; \
	echo "Installing Java ..." >&2; \
	{ $$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq openjdk-17-jre-headless >/dev/null; } || \
	echo "There is no Java, and it could not be installed: the tests of Spark are skipped." >&2

test: browser java lint types layers  ## ruff, mypy, the layers, pytest on all cores
	@$(BIN)/pytest -n auto --dist loadgroup

pythons: $(READY)  ## the sample corpus with each Python of this machine from 3.11 on: the same bytes
	@$(BIN)/pytest -q -m pythons

weights: $(READY)  ## the weights by which place, period and item are chosen, fitted from the development gold
	@$(BIN)/python -m tests.weights $(GOLD)

held-out: $(READY)  ## how the development gold is read with weights fitted without the article that is read
	@$(BIN)/python -m tests.weights $(GOLD) --held-out build/held-out
	@$(BIN)/solieu merge build/held-out
	@$(BIN)/python $(GOLD)/../score.py $(GOLD) build/held-out

bench: $(READY)  ## one table of ratios: speed, stages, start, sizes, memory, processes, what follows; the calibration
	@$(BIN)/python -m tests.bench --articles $(ARTICLES)
	@$(BIN)/solieu evaluate corpus/gold --articles corpus/articles
	@$(BIN)/pytest -q -m bench tests/test_growth.py

bench-memory: $(READY)  ## memory of a run over ten times the articles beside that of one over them once
	@$(BIN)/python -m tests.bench growth --articles $(ARTICLES)

bench-large: $(READY)  ## cost and memory of an article of 10 MB, and --jobs 2 over all articles
	@$(BIN)/python -m tests.bench large large-memory jobs-all --articles $(ARTICLES)

bench-merge: $(READY)  ## merging with its tables against extraction, over bench articles and 10,000, 30,000 and 100,000 made ones
	@$(BIN)/python -m tests.bench.merging --articles $(ARTICLES)

screenshot: browser $(READY)  ## docs/search.png: the page as the README shows it
	@$(BIN)/python -m tests.screenshot

bench-archive: $(READY)  ## an archive of a million figures: how fast they are added, and its size
	@$(BIN)/python -m tests.bench.million

tables: $(READY)  ## what is read at the start, in a form that is read at once: the units, the guards of patterns
	@$(BIN)/python -m tests.tables

schemas: $(READY)  ## schemas/*.schema.json from the models
	@$(BIN)/solieu schema --out schemas

lock: $(READY)  ## both lock files anew from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --group dev --extra web --extra spark --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-emit-find-links --no-header --quiet --upgrade -o requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --all-extras --universal --generate-hashes --python-version 3.11 --no-emit-index-url --no-emit-find-links --no-header --quiet --upgrade -c requirements.lock -o requirements-all.lock

clean:  ## everything that the other targets made
	@rm -rf $(VENV) out build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
