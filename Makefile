# One entry a task; `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build demo autopsy test attacks storm figures replays trust mutants bench instructions pictures clean

help: ## list the tasks
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1	\2/p' $(MAKEFILE_LIST)

setup: ## install the Debian packages that are missing, check the Swift toolchain
	@Scripts/setup.sh

build: setup ## build the playproof command (release)
	@echo "build: compiling playproof (release); the first time takes a few minutes"
	@swift build --configuration release --product playproof

demo: build ## judge the four sample answers and print their scorecards
	@Scripts/demo.sh

autopsy: build ## take the two published outputs apart, point by point
	@Scripts/autopsy.sh

test: setup ## build everything (debug) and run all tests
	@Scripts/test.sh

attacks: build ## judge all hostile pages of Tests/Fixtures/attacks among a hundred games; takes ten minutes and more
	@PLAYPROOF_ALL_ATTACKS=1 PLAYPROOF_EXECUTABLE="$$(swift build --configuration release --show-bin-path)/playproof" swift test --filter AttackTests

trust: setup ## judge all games of Tests/Fixtures/trust that lie to the judge, which takes some minutes
	@PLAYPROOF_ALL_TRICKS=1 swift test --filter TrustTests

mutants: build ## make mutants of the project's own games, judge them all, and print how the verdicts agree with the table
	@Scripts/mutants.sh

storm: build ## judge 10,000 answers twice, once while workers are killed, and compare; takes a quarter of an hour and more
	@Scripts/storm.sh

figures: build ## judge games and mutants of them, and print games a second, memory, and what the games' own scripts take
	@Scripts/figures.sh

replays: setup ## replay all mutants of Tests/Fixtures with traces of their games; takes some minutes
	@PLAYPROOF_ALL_MUTANTS=1 swift test --filter MutantReplayTests

bench: build ## measure against the bare engine, jsdom and Chromium, and print a table; takes minutes
	@echo "bench: building Benchmarks (release)"
	@swift build --configuration release --package-path Benchmarks
	@"$$(swift build --configuration release --package-path Benchmarks --show-bin-path)/Benchmarks"

instructions: ## count the instructions of workloads by valgrind, and fail where they have grown since Benchmarks/instructions.json
	@echo "instructions: building Benchmarks (release)"
	@swift build --configuration release --package-path Benchmarks
	@"$$(swift build --configuration release --package-path Benchmarks --show-bin-path)/Benchmarks" instructions

pictures: build ## make the README's film strip again: the player plays a sample answer
	@Scripts/pictures.sh

clean: ## remove what the builds made
	@echo "clean: removing build folders"
	@rm -rf .build .build-* Benchmarks/.build
