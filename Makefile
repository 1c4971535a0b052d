# Everything works on a bare machine with python3 (3.11 to 3.13, with venv), make and package access.
# `make run` sets up and runs the main job; `make test` sets up and passes all tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= runs/suining-2010
PEOPLE ?= 100_000
YEARS ?= 5

PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input install --quiet --no-compile
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-header --quiet --group build
PYTEST := $(BIN)/python -m pytest
EVERY_CORE := --numprocesses auto --maxprocesses 8 --dist worksteal
TWO_AT_ONCE := --jobs 2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
NOT_NIGHTLY := not nightly
COMPILED_FIRST := suining-2010 court-list nosedive sesame-refit national-as-told corporate
TOWNS_OF_THE_TWIN := (jit_off and bounds and not tables)
VECTOR_FEATURES := from numpy._core import _multiarray_umath as m; \
	print(" ".join(f for f in m.__cpu_dispatch__ if m.__cpu_features__[f]))

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test test-plain test-bounds test-rest test-tables test-all kernels lint format docs bench nightly lock clean

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-22s %s\n", $$1, $$2}'

setup: $(VENV)/.ready ## prepare .venv, so that .venv/bin/glasstown is the program

setup-dev: $(VENV)/.ready-dev

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || { \
		echo "Glasstown needs Python 3.11, 3.12 or 3.13, and $(PYTHON) is another."; \
		echo "Name one that fits: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "$(PYTHON) cannot make a virtual environment: install its venv package (Debian: python3-venv)."; \
		rm -rf $(VENV); exit 1; }

$(VENV)/.ready: requirements.lock pyproject.toml | $(BIN)/python
	@echo "setting up $(VENV)"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	@echo "setting up the tools for tests"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

run: setup ## set up and run the main job (OUT=..., PEOPLE=..., YEARS=...)
	@if [ -f "$(OUT)/manifest.json" ]; then rm -rf "$(OUT)"; fi  # a run of before makes room; nothing else is removed
	$(BIN)/glasstown run suining-2010 --people $(PEOPLE) --years $(YEARS) --out $(OUT)

test: setup-dev ## set up, then lint, types, contracts and all tests
	@$(MAKE) --no-print-directory $(TWO_AT_ONCE) test-bounds test-rest

test-rest: setup-dev # beside the towns with every index checked, so that no processor waits
	@$(MAKE) --no-print-directory kernels lint
	@$(MAKE) --no-print-directory $(if $(filter output-sync,$(.FEATURES)),--output-sync=none) test-all

kernels: setup-dev # compiled once, by schemes of every kind, before many processes ask for them at the same time
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && for scheme in $(COMPILED_FIRST); do \
		$(BIN)/glasstown run $$scheme --people 200 --years 0.2 --step 7 --out "$$folder/$$scheme" >/dev/null || exit; done

test-plain: setup-dev # kernels as plain Python and the processor's vector features switched off: the same bits, small worlds
	NUMBA_DISABLE_JIT=1 NPY_DISABLE_CPU_FEATURES="$$($(BIN)/python -c '$(VECTOR_FEATURES)')" \
		$(PYTEST) -q -m "(jit_off or tables) and not large and $(NOT_NIGHTLY) and not $(TOWNS_OF_THE_TWIN)"

test-bounds: setup-dev # every array index inside kernels checked; compiled anew each time, so without optimising
	GLASSTOWN_BOUNDSCHECK=1 NUMBA_OPT=0 $(PYTEST) -q -m "bounds and $(NOT_NIGHTLY)"

test-all: setup-dev # everything, compiled; towns beside the naive twin were lived with bounds checked, and are so at night
	$(PYTEST) -q $(EVERY_CORE) -m "$(NOT_NIGHTLY) and not $(TOWNS_OF_THE_TWIN) and not bounds_only"

lint: setup-dev ## form, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/basedpyright
	$(BIN)/lint-imports

format: setup-dev ## put the code into shape
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

docs: setup ## write the reference pages anew from the catalogues of the code
	$(BIN)/python docs/reference.py

bench: setup ## resident-steps a second, beside C, NumPy and Mesa; writes benchmarks/results.json
	$(BIN)/python -m benchmarks.run

test-tables: setup-dev # compiled for the plainest processor, without vector features: the same bits
	NPY_DISABLE_CPU_FEATURES="$$($(BIN)/python -c '$(VECTOR_FEATURES)')" NUMBA_CPU_NAME=generic NUMBA_CPU_FEATURES= \
		$(PYTEST) -q -m "tables and $(NOT_NIGHTLY)"

nightly: setup-dev test-plain test-tables ## the long suites as well, and every town beside the naive twin in plain Python too
	NUMBA_DISABLE_JIT=1 $(PYTEST) -q -m "(again_at_night or $(TOWNS_OF_THE_TWIN)) and not large and $(NOT_NIGHTLY)"
	GLASSTOWN_BOUNDSCHECK=1 NUMBA_OPT=0 $(PYTEST) -q -m again_at_night
	HYPOTHESIS_PROFILE=nightly $(PYTEST) -q $(EVERY_CORE)

lock: setup-dev ## resolve the locks anew (hashes, no addresses)
	@$(PIP) uv
	$(BIN)/$(LOCK) --upgrade --output-file requirements.lock
	$(BIN)/$(LOCK) --constraint requirements.lock --group dev --output-file requirements-dev.lock

clean: ## remove what was made: .venv, runs and caches
	rm -rf $(VENV) .venv-mesa runs dist build .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
