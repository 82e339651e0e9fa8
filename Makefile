# Everything a newcomer types. Each target sets up what it needs by itself (see .ci/setup).

python := .venv/bin/python
pytest := $(python) -m pytest -n auto --dist worksteal

.PHONY: run setup setup-test test soak demo bench bench-large bench-rivals shots lint bundle lock

run: setup ## the program; without a display, the demo
	@.ci/start

setup: ## the virtual environment and the system libraries Qt needs
	@.ci/setup run

setup-test:
	@.ci/setup test

test: setup-test ## the whole suite: about twelve minutes on two cores
	$(pytest)

soak: setup-test ## the same tests with larger numbers: hours
	$(pytest) --soak --timeout 7200 -o faulthandler_timeout=8000

demo: setup ## believable samples walked through the real screens, into out/demo
	$(python) main.py demo --out out/demo

bench: setup-test ## one JSON line per figure
	@$(python) -m tests.bench

bench-large: setup-test ## the same over five years of calls, which are made once, into out/large
	@$(python) -m tests.bench.large out/large

bench-rivals: setup-test ## the page beside the same page of other programs, which are installed for this run only
	@$(python) -m tests.bench.rivals

shots: setup-test ## the pictures of README and docs, from the running program
	$(python) -m tests.shots docs/pictures

lint: setup-test ## style, types and import rules
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m basedpyright
	$(python) -m pytest -q tests/test_architecture.py

bundle: setup-test ## a folder with the program that needs no Python, in dist/
	$(python) -m PyInstaller --noconfirm --log-level WARN pyinstaller.spec
	@$(python) -m tests.bench.bundle

# The locks hold hashes and no addresses. Needs uv (`pip install uv`); `make lock upgrade=--upgrade` takes newer versions.
lock:
	uv pip compile -q pyproject.toml $(compile) -o requirements.lock
	uv pip compile -q pyproject.toml --group dev -c requirements.lock $(compile) -o requirements-dev.lock

compile := --universal --generate-hashes --no-emit-index-url --no-header --no-annotate $(upgrade)
