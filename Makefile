# The commands of Bounce Back. Each one makes or refreshes what it needs first (scripts/bootstrap.py).

PORT ?= 8000
# The tests run in as many processes as there are cores; `make test PROCESSES=` runs them in one.
PROCESSES ?= --numprocesses auto --dist worksteal
# `make PYTHON=/path/to/python3` chooses another Python; else the first of these that is new enough.
PYTHONS := $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11)
BIN := .venv/bin
LOCKS := $(sort $(wildcard requirements/*.txt))

# The date in the sitemap is that of the last commit, so that two builds of it are the same.
BUILD_DATE = SOURCE_DATE_EPOCH="$$(git log -1 --format=%ct 2>/dev/null || date +%s)"

# The theme's banner about another program's future is nothing that a writer can act on.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve site web-links web-links-issue deploy-check audit sbom check test pictures bench lint format lock clean
.PHONY: runtime-environment test-environment

help:  ## show the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' Makefile

serve: runtime-environment  ## the live site at http://127.0.0.1:8000/ (PORT=8001 changes it)
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT) --watch-theme

site: runtime-environment  ## the production site in site/
	$(BIN)/guidekit check
	$(BUILD_DATE) $(BIN)/mkdocs build --strict
	$(BIN)/guidekit finish site
	$(BIN)/guidekit links site

web-links: site  ## ask every web link of the site whether it still answers (REPORT=file keeps it)
	$(BIN)/guidekit links site --external --fresh --ignore docs/_data/ignored-links.yml \
	  $(if $(REPORT),>'$(REPORT)' || [ $$? -eq 1 ])

web-links-issue:  ## what the weekly run does with REPORT=file: keep the one issue about it
	python3 scripts/web_links_issue.py '$(REPORT)'

deploy-check: runtime-environment  ## how a live host serves the site (URL=https://... of its home page)
	$(BIN)/guidekit deploy-check '$(URL)' $(if $(FORMAT),--format $(FORMAT))

check: runtime-environment  ## what is wrong in docs/, in seconds (FORMAT=github or json for programs)
	$(BIN)/guidekit check $(if $(FORMAT),--format $(FORMAT))

test: test-environment  ## every check and every test (ARGS="-k storage" goes to pytest)
	$(lint)
	$(BIN)/mypy
	$(BIN)/python scripts/check_javascript.py
	$(BIN)/zizmor --quiet --offline --strict-collection --persona pedantic .github
	$(BIN)/guidekit check
	@set -e; $(name_browser); \
	echo "$(BIN)/pytest $(PROCESSES) $(ARGS)"; $(BIN)/pytest $(PROCESSES) $(ARGS)

pictures: site test-environment  ## every type of page at three widths, light and dark, in build/contact-sheet/
	$(BIN)/python scripts/contact_sheet.py $(ARGS)

lint: test-environment  ## whether the Python is in its standard form
	$(lint)

bench: test-environment  ## speed and memory beside other programs, and in the browser (ARGS=links for one table)
	@$(call set_up,bench)
	@set -e; $(name_browser); PYTHONPATH=scripts:. $(BIN)/python -m bench $(ARGS)

audit: runtime-environment  ## whether a locked package has a known fault (asks the Python index)
	@$(call set_up,supply-chain)
	$(BIN)/pip-audit --strict --progress-spinner off --disable-pip --require-hashes $(LOCKS:%=-r %)

sbom: test-environment  ## what we depend on, for programs (CycloneDX), in build/sbom/
	@$(call set_up,supply-chain)
	$(BIN)/python scripts/bill_of_materials.py

format: test-environment  ## put the Python into its standard form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: test-environment  ## resolve the locked versions anew, to the newest allowed
	$(BIN)/python scripts/refresh_locks.py

clean:  ## remove everything that the other commands made
	rm -rf .venv .venv.lock .browser .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	rm -rf build node_modules site test-results scripts/*.egg-info
	find scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

runtime-environment:
	@$(call set_up,runtime)

test-environment:
	@$(call set_up,test)

define lint
$(BIN)/ruff check .
$(BIN)/ruff format --check .
endef

# The browser, and the Node that Playwright runs on.
define name_browser
BROWSER_PATH="$$($(BIN)/python scripts/find_browser.py)"; export BROWSER_PATH; \
PLAYWRIGHT_NODEJS_PATH="$$($(BIN)/python scripts/node_tools.py)"; export PLAYWRIGHT_NODEJS_PATH
endef

define set_up
for python in $(PYTHONS); do \
  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11, 2))' 2>/dev/null; then \
    exec "$$python" scripts/bootstrap.py $(1); \
  fi; \
done; \
echo "Set-up stopped: Python 3.11.2 or newer is needed, and none of these is: $(PYTHONS)." >&2; \
echo "Install one (on Debian or Ubuntu: apt-get install python3), or name it:" >&2; \
echo "make PYTHON=/path/to/python3" >&2; \
exit 1
endef
