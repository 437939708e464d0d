# Everything that is done with Parallax from a shell. `make` alone lists it.
PY := .venv/bin/python
ARGS ?=
CORPUS ?= ../shared/corpora/news15k.parquet
BENCHMARKS ?= ../shared/benchmarks
export PYTHON

# Without a screen (or over ssh) no browser is opened; the address is printed instead.
HEADLESS := $(shell if [ "$$(uname)" = Darwin ] && [ -z "$$SSH_CONNECTION" ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; \
	then echo false; else echo true; fi)

.PHONY: help run test lint types bench accuracy calibrate reference weights clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## set up what is needed, add the sample stories, open the dashboard in the browser (PORT=8600 for another port)
	@sh scripts/setup.sh
	@$(PY) -m analysis seed
	@$(PY) -m streamlit run dashboard.py --server.headless $(HEADLESS) $(if $(PORT),--server.port $(PORT))

test: ## set up, then run every test, those in a real Chromium included (ARGS="-k reading" for some)
	@sh scripts/setup.sh dev
	@chromium="$$($(PY) scripts/chromium.py --install)" && CHROMIUM="$$chromium" $(PY) -m pytest $(ARGS)

lint: ## check style with ruff
	@sh scripts/setup.sh dev
	@$(PY) -m ruff check .

types: ## check types with mypy (strict on analysis/)
	@sh scripts/setup.sh dev
	@$(PY) -m mypy

bench: ## print how long a first and a second comparison and a change of page take
	@sh scripts/setup.sh dev
	@chromium="$$($(PY) scripts/chromium.py --install)" && CHROMIUM="$$chromium" $(PY) -m benchmarks.speed $(ARGS)

accuracy: ## measure how well each part does against its floors (ARGS=--quick for two minutes; BENCHMARKS=folder of the sets)
	@sh scripts/setup.sh dev
	@$(PY) -m benchmarks.accuracy --benchmarks "$(BENCHMARKS)" $(ARGS)

calibrate: ## measure false alarms, coverage and power on articles that fitted no table (CORPUS=news.parquet; half an hour)
	@sh scripts/setup.sh dev
	@$(PY) -m benchmarks.calibrate "$(CORPUS)" $(ARGS)

reference: ## count the tables in data/reference anew (CORPUS=news.parquet; hours; annotated articles stay in .cache)
	@sh scripts/setup.sh dev
	@$(PY) -m scripts.reference_ngrams "$(CORPUS)"
	@$(PY) -m scripts.reference_usual "$(CORPUS)" $(ARGS)

weights: ## learn the weights in data/weights anew (CORPUS=news.parquet, BENCHMARKS=folder of the sets; after `make reference`)
	@sh scripts/setup.sh dev
	@$(PY) -m scripts.train_frames "$(CORPUS)"
	@$(PY) -m scripts.train_tone --benchmarks "$(BENCHMARKS)"
	@$(PY) -m scripts.train_loaded "$(CORPUS)" --benchmarks "$(BENCHMARKS)"
	@$(PY) -m scripts.train_loaded.company "$(CORPUS)"

clean: ## remove the virtual environment and caches; your library of articles stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
