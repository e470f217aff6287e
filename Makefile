# Two commands do everything: `make run` and `make test`.
.POSIX:
.SUFFIXES:

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin

.PHONY: run test check lock clean

run: $(VENV)/run.stamp
	@$(BIN)/readerapp translations compile --quiet
	@$(BIN)/readerapp serve

test: $(VENV)/test.stamp
	@$(BIN)/python -m pytest

check: $(VENV)/test.stamp
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports && $(BIN)/typos

# uv installs in seconds; where it cannot be had, pip does the same from the same locked list.
$(VENV)/run.stamp: requirements.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@.ci/install $(BIN) requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@.ci/install $(BIN) requirements-dev.txt
	@touch $(VENV)/run.stamp $@

lock:
	@for what in "requirements.txt" "requirements-dev.txt --extra piper --group dev"; do \
		$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate --quiet \
			--no-emit-find-links --no-emit-index-url --upgrade --output-file $$what; done

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis readerapp.egg-info
