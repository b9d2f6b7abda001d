# make demo: checks a sample tender and says where the report is.
# make test: all set-up and all tests.
# make train: trains the wording model from the labelled clauses, a few minutes; writes models/barrier-classifier.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
SAMPLE := sample_tenders/parish-grounds
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test lint unit rules train packages dev clean

demo: $(VENV)/installed
	$(VENV)/bin/tendercheck check $(SAMPLE) --out tendercheck-report

test: packages $(VENV)/installed-dev lint rules unit

lint:
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

rules:
	$(VENV)/bin/tendercheck rules check

train: $(VENV)/installed-dev
	$(VENV)/bin/tendercheck train

unit:
	$(PY) -m pytest -n 2

dev: packages $(VENV)/installed-dev

# Debian packages that the tests need; installed here where we may, else the one line to run is said.
packages:
	@missing=$$(for p in $$(cat apt.txt); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ "$$($(PYTHON) -c 'import ensurepip' 2>&1)" = "" ]; then missing=$$(echo $$missing | sed 's/python3-venv//'); fi; \
	missing=$$(echo $$missing); \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	  else echo "The tests need Debian packages. Run: sudo apt-get install -y $$missing"; exit 1; fi; fi

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "tendercheck needs Python 3.11 or later."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null; } || { echo "Python cannot make a virtual environment here. Run: sudo apt-get install -y python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PY) -m pip install -q -c constraints.txt -e .
	@touch $@

$(VENV)/installed-dev: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PY) -m pip install -q -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) tendercheck-report .mypy_cache .ruff_cache .pytest_cache
