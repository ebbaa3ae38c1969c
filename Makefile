# Thin on purpose: every target prepares what it needs (smo/launch/bootstrap.py) and calls smo/launch.
# Variables: PORT (8000), SMO_VAR (data folder, var/), ARGS (passed to pytest), DATABASE_URL, REDIS_URL.
.DEFAULT_GOAL := help
VENV := $(or $(SMO_VENV),.venv)
LAUNCH = exec "$(VENV)/bin/python" -m smo.launch

# The first interpreter that is new enough; the recipe says so when there is none.
FIND_PYTHON = for candidate in python3 python3.13 python3.12 python3.11 python; do \
	if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then found="$$candidate"; break; fi; done; \
	if [ -z "$$found" ]; then echo "✗ Python 3.11 or newer is needed; none was found." >&2; exit 1; fi
PREPARE = found=; $(FIND_PYTHON); exec "$$found" -I smo/launch/bootstrap.py

.PHONY: help demo run test test-all check fix lock bench clean

help:  ## print these lines
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | while IFS='	' read -r target words; do \
		printf '  make %-8s %s\n' "$$target" "$$words"; done

demo:  ## the whole product with the demo organisation, at http://127.0.0.1:8000 (PORT=, SMO_VAR=)
	@$(PREPARE) demo
	@$(LAUNCH) demo

run:  ## the development server with reload, worker and beat (SMO_DEMO=1: with the demo organisation)
	@$(PREPARE) run
	@$(LAUNCH) run

test:  ## the whole suite on real PostgreSQL, real workers and a real browser (ARGS="-k name")
	@$(PREPARE) test
	@$(LAUNCH) test

test-all:  ## the suite, long property runs, and whether the engine's tests catch mutants of it
	@$(PREPARE) test
	@$(LAUNCH) test-all

check:  ## ruff, mypy, import-linter, template format, missing migrations, lock freshness, API schema
	@$(PREPARE) check
	@$(LAUNCH) check

fix:  ## let ruff and djade repair what they can
	@$(PREPARE) fix
	@$(LAUNCH) fix

lock:  ## pin pyproject.toml's packages with hashes in requirements/
	@$(PREPARE) lock
	@$(LAUNCH) lock

bench:  ## measure the engine and the pages against their bars
	@$(PREPARE) bench
	@$(LAUNCH) bench

clean:  ## remove what was built: .venv, node_modules, build (your data in var/ stays)
	rm -rf .venv node_modules build
