# Two commands do everything: `make run` and `make test`. `make check` and `make proof` are for those who change it.
.POSIX:
.SUFFIXES:

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin

.PHONY: run test check check-front proof pictures lock clean

run: $(VENV)/run.stamp
	@.ci/compile $(BIN)
	@$(BIN)/readerapp translations compile --quiet
	@$(BIN)/readerapp serve

# Everything in a small form, under ten minutes; no verdict by a clock.
test: $(VENV)/test.stamp
	@$(BIN)/readerapp translations compile --quiet
	@$(BIN)/python -m pytest

# What can be told without running it: style, types, floors, spelling, repeats, and where it installs.
check: $(VENV)/test.stamp
	@.ci/check $(BIN)

# The player's scripts, style sheets and HTML; node comes with the development packages, what looks at them from npm.
check-front: $(VENV)/test.stamp
	@.ci/front/check $(BIN)

# The long forms: hundreds of kills, soak, other browsers and servers; then the benchmarks that have bars.
proof: check-front
	@$(BIN)/python -m pytest -n 1 -m proof --timeout 3600
	@for bench in $(BENCHES); do $(BIN)/python -m benchmarks.$$bench || exit 1; done
	@$(BIN)/python -m benchmarks.sync --long

BENCHES = extraction starting opening serving slow lighthouse

# The pictures of docs/pages.md and docs/translators.md, made anew: look at them before they are committed.
pictures: $(VENV)/test.stamp
	@$(BIN)/python -m benchmarks.pictures
	@$(BIN)/python -m benchmarks.workbench_pictures

# uv installs in seconds; where it cannot be had, pip does the same from the same locked list.
$(VENV)/run.stamp: requirements.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@.ci/install $(BIN) requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@.ci/install $(BIN) requirements-dev.txt
	@touch $(VENV)/run.stamp $@

# Locks what pyproject.toml asks for and keeps what is locked; `make lock UPGRADE=--upgrade` takes the newest of all.
lock:
	@for what in "requirements.txt" "requirements-dev.txt --extra piper --extra postgresql --extra passkeys --extra openid --group dev"; do \
		$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate --quiet \
			--no-emit-find-links --no-emit-index-url $(UPGRADE) --output-file $$what; done

clean:
	rm -rf $(VENV) build readerapp/.compiled .pytest_cache .mypy_cache .ruff_cache .hypothesis readerapp.egg-info
