# One entry a task; `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build demo test attacks clean

help: ## list the tasks
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1	\2/p' $(MAKEFILE_LIST)

setup: ## install the Debian packages that are missing, check the Swift toolchain
	@Scripts/setup.sh

build: setup ## build the playproof command (release)
	@echo "build: compiling playproof (release); the first time takes a few minutes"
	@swift build --configuration release --product playproof

demo: build ## judge the four sample answers and print their scorecards
	@Scripts/demo.sh

test: setup ## build everything (debug) and run all tests
	@Scripts/test.sh

attacks: setup ## judge all hostile pages of Tests/Fixtures/attacks, which takes some minutes
	@PLAYPROOF_ALL_ATTACKS=1 swift test --filter AttackTests

clean: ## remove what the builds made
	@echo "clean: removing build folders"
	@rm -rf .build .build-*
