# What a person or CI does with Zaakwerk. Every target can be repeated; nothing here asks a question.

SHELL := /bin/bash
PORT ?= 8000
SIZE ?= 200000
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest

.PHONY: help setup run test check format bench messages reference lock clean
.DEFAULT_GOAL := help

help: ## deze lijst
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

setup: ## omgeving in .venv, vertalingen en stijlbestanden
	@scripts/setup.sh

run: setup ## Zaakwerk met de demogemeente starten (PORT=8000)
	@scripts/run.sh $(PORT)

test: setup ## alles controleren en testen, op SQLite en op PostgreSQL
	@scripts/install_test_needs.sh
	@$(MAKE) --no-print-directory check
	@scripts/test.sh

check: setup ## opmaak, lint, types, importregels, huisregels, sjablonen
	@echo "== Opmaak en lint" && $(BIN)/ruff format --check . && $(BIN)/ruff check .
	@echo "== Types" && $(BIN)/mypy
	@echo "== Importregels" && $(BIN)/lint-imports --no-logo
	@echo "== Sjablonen" && scripts/check_templates.sh
	@echo "== Huisregels" && $(PYTEST) -q tests/house

format: setup ## opmaak herstellen
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .
	@scripts/check_templates.sh --reformat

bench: setup ## snelheid meten (SIZE=200000 zaken)
	@scripts/install_test_needs.sh
	@$(BIN)/python -m bench.run --size $(SIZE)
	@$(BIN)/python -m bench.deliveries
	@$(BIN)/python -m bench.documents

messages: setup ## vertaalbare teksten verzamelen voor de Engelse vertaling
	@$(BIN)/python scripts/messages.py extract

reference: setup ## docs/reference opnieuw maken uit de code
	@$(BIN)/python scripts/reference.py

lock: setup ## requirements/*.txt opnieuw vastleggen
	@scripts/lock.sh

clean: ## alles weghalen wat setup en test maakten, nooit ./data
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .bench node_modules build test-results
	@find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
