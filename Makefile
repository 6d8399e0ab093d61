# A menu: `make help` shows it. Every target that needs packages installs them by itself.

SHELL := /bin/sh
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help

INSTALLED := node_modules/.package-lock.json
OLD_NODE := echo 'Skein needs Node 24.14 or newer: run make install' >&2; exit 1 \#
NODE = $(shell for n in node_modules/.bin/node node; do $$n -e '$(NODE_IS_NEW)' 2>/dev/null && echo $$n && exit; done; echo "$(OLD_NODE)")
NODE_IS_NEW = const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 24 || (a === 24 && b >= 14) ? 0 : 1)
# Compiled code and stripped types are kept between runs, by content.
export NODE_COMPILE_CACHE = $(CURDIR)/node_modules/.cache/node

BIN = $(NODE) node_modules/.bin
NO_NODE := Skein needs Node.js with npm, of any version that runs: your system's package of both, or https://nodejs.org
INSTALL = command -v node >/dev/null && command -v npm >/dev/null || { echo "$(NO_NODE)" >&2; exit 1; }; node infra/install.mjs

# Files that start Kafka or whole deployments, or measure, run one at a time; the others wait, or are short of a core at most.
TEST_CONCURRENCY ?= 1
# kafkajs asks for timers of a negative delay where packages/kafka-log has not mended it: in the tests of local-stack.
TEST = $(NODE) --disable-warning=TimeoutNegativeWarning --test --test-timeout=600000 --test-concurrency=$(TEST_CONCURRENCY) $(REPORT)
REPORT = --test-reporter=spec --test-reporter-destination=stdout --test-reporter=./test/unexpected-skips.ts --test-reporter-destination=stderr \
	--test-reporter=./test/passed-tests.ts --test-reporter-destination=stderr
PURE = 'packages/*/src/**/*.test.ts' 'test/{histories,features}/**/*.test.ts'
INTEGRATION = 'packages/*/test/**/*.test.ts' 'test/{integration,bench,faults,mutate}/**/*.test.ts'
E2E = 'test/e2e/**/*.test.ts'
EVERYTHING = $(shell find packages test -name node_modules -prune -o -name '*.test.ts' -print | sort)
ON_NO_BROKER = $(addprefix packages/kafka-log/test/,$(addsuffix .test.ts,broker-lanes broker-socket held-fetches leaders local-looks registry-directory))
ALONE = $(filter-out $(ON_NO_BROKER),$(filter $(addprefix packages/,$(addsuffix /test/%,kafka-log local-stack server)) \
	$(addprefix test/,$(addsuffix /%,bench e2e faults integration load)),$(EVERYTHING)))
SIDE_BY_SIDE = $(filter-out $(ALONE),$(EVERYTHING))

BENCH_FLAGS = $(if $(RATE),--rate $(RATE)) $(if $(DURATION),--duration $(DURATION)) $(if $(WARMUP),--warmup $(WARMUP)) $(if $(LAYOUT),--layout $(LAYOUT)) \
	$(if $(BURN),--burn $(BURN)) $(if $(SWEEP),--sweep) $(if $(KNEE),--knee) $(if $(OVERLOAD),--overload) $(if $(EMBEDDED),--embedded) \
	$(if $(IDLE),--idle $(IDLE)) $(if $(JSON),--json $(JSON)) $(if $(PROFILE),--profile) $(if $(CONNECTIONS),--connections $(CONNECTIONS)) \
	$(if $(GATEWAYS),--gateways $(GATEWAYS)) $(if $(PROCESSES),--processes $(PROCESSES)) $(if $(TRANSPORT),--transport $(TRANSPORT)) \
	$(if $(LIBRARY),--library $(LIBRARY)) $(if $(SCENARIO),--scenario $(SCENARIO)) $(if $(MEMBERS),--members $(MEMBERS)) \
	$(if $(BENEATH),--beneath $(BENEATH))
# Before a release a history may be recorded anew, under a name that no release will have.
HISTORY = 0.1.0-unreleased
FAULT_FLAGS = $(if $(SCENARIO),--scenario $(SCENARIO)) $(if $(LAYOUT),--layout $(LAYOUT)) $(if $(SECONDS),--seconds $(SECONDS)) $(if $(SEED),--seed $(SEED)) $(if $(RATE),--rate $(RATE)) \
	$(if $(WITHIN),--within $(WITHIN)) $(if $(BURN),--burn $(BURN)) $(if $(CROWD),--crowd $(CROWD)) $(if $(JSON),--json $(JSON))
MUTATE_FLAGS = $(if $(TARGET),--target $(TARGET)) $(if $(FILES),--files $(FILES)) $(if $(CHANGED),--changed) $(if $(SECONDS),--seconds $(SECONDS)) $(if $(PROCESSES),--processes $(PROCESSES)) \
	$(if $(FRESH),--fresh) $(if $(JSON),--json $(JSON)) $(if $(RECORD),--record)

##@ Set up
help: ## show this menu
	@awk -F ':.*## ' '/^##@/ { printf "\n%s\n", substr($$0, 5) } /^[a-z0-9-]+:.*## / { printf "  %-18s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

install: ## install what package-lock.json pins, Node 24 included
	@$(INSTALL)

$(INSTALLED): package-lock.json
	@$(INSTALL) --when-stale

clean: ## delete build output; packages, servers and data stay
	rm -rf coverage packages/*/dist packages/*/*.tgz

##@ Use
start: $(INSTALLED) ## serve from this one process, with nothing else installed; says how to chat
	@$(NODE) packages/server/src/main.ts start

demo: $(INSTALLED) ## play a scripted conversation: on make start where it runs, else on a server of its own
	@$(NODE) test/demo/demo.ts

up: $(INSTALLED) ## start real Kafka, schema registry, PostgreSQL and Redis
	@$(NODE) packages/local-stack/src/cli.ts up

status: $(INSTALLED) ## show those servers, their ports and processes
	@$(NODE) packages/local-stack/src/cli.ts status

logs: $(INSTALLED) ## show the last lines those servers wrote: SERVER=kafka, registry, postgres or redis, LINES=
	@$(NODE) packages/local-stack/src/cli.ts logs $(SERVER) $(if $(LINES),--lines $(LINES))

down: $(INSTALLED) ## stop those servers; their data stays, unless VOLUMES=1
	@$(NODE) packages/local-stack/src/cli.ts down $(if $(VOLUMES),--volumes)

run: $(INSTALLED) ## run Skein on those servers: one hot process or HOT=n, and a projector; LAYOUT=roles: two of each role
	@$(NODE) packages/server/src/main.ts run $(if $(LAYOUT),--layout $(LAYOUT)) $(if $(HOT),--hot $(HOT))

##@ Check (about a minute)
check: $(INSTALLED) ## all of this group
	@$(MAKE) -k types lint tidy test-pure schemas generated && echo 'check passed'

types: $(INSTALLED) ## type check
	@$(BIN)/tsc -p .

lint: $(INSTALLED) ## lint and check the format
	@$(BIN)/biome check --error-on-warnings

tidy: $(INSTALLED) ## dependency direction and house style
	@$(TEST) 'test/*.test.ts'

test-pure: $(INSTALLED) ## tests without servers; recorded logs among them
	@$(TEST) --test-concurrency=2 $(PURE)

schemas: $(INSTALLED) ## lint schemas; refuse what breaks readers or writers of the last release
	@$(BIN)/buf lint schemas && $(BIN)/buf breaking schemas --against test/schemas/baseline && $(TEST) 'test/schemas/**/*.test.ts'

generated: $(INSTALLED) ## committed generated code is what the schemas make
	@out=$$(mktemp -d) && $(NODE) packages/contracts/generate/main.ts "$$out" && for p in contracts domain client testing; do \
	  diff -r "$$out/packages/$$p/src/generated" packages/$$p/src/generated || exit 1; done && \
	diff "$$out/docs/protocol.md" docs/protocol.md && rm -r "$$out"

##@ Change
format: $(INSTALLED) ## format, and mend what lint can mend
	@$(BIN)/biome check --write

generate: $(INSTALLED) ## rebuild the generated folders of packages, and the tables of docs/protocol.md, from schemas/
	@$(NODE) packages/contracts/generate/main.ts

schema-baseline: ## record schemas/ as those of a release (CONTRIBUTING.md says when)
	rm -rf test/schemas/baseline && cp -R schemas test/schemas/baseline

history: $(INSTALLED) ## record a log with this code: NAME=release; DIGEST=1 records only what the recorded ones give
	@$(NODE) test/histories/record.ts $(if $(DIGEST),--digest,$(or $(NAME),$(HISTORY)))

##@ Test
test: $(INSTALLED) ## every test, on embedded and on real servers
	@$(TEST) --test-concurrency=2 $(SIDE_BY_SIDE); side=$$?; $(TEST) $(ALONE) && exit $$side

test-integration: $(INSTALLED) ## tests of single packages against real servers
	@$(TEST) $(INTEGRATION)

test-e2e: $(INSTALLED) ## clients against whole deployments
	@$(TEST) $(E2E)

features: $(INSTALLED) ## each capability of docs/features.md has a test that ran on this code and passed: behind make test
	@$(NODE) test/features/main.ts

##@ Measure and prove
bench: $(INSTALLED) ## load on servers: RATE= [PROFILE=1] | SWEEP=1 | KNEE=1 | OVERLOAD=1 | EMBEDDED=1 | IDLE= | SCENARIO=fanout or large-group
	@$(NODE) test/bench/main.ts $(BENCH_FLAGS)

memory: $(INSTALLED) ## touch a million conversations, or CONVERSATIONS=: a processor stays under 512 MB and answers exactly
	@FULL=1 $(TEST) --test-timeout=1200000 test/integration/processor-memory.test.ts

fault: $(INSTALLED) ## break things under load: SCENARIO=name or all, LAYOUT=hot|roles, WITHIN=, BURN=, CROWD=, SECONDS=, RATE=, SEED=
	@$(NODE) test/faults/main.ts $(FAULT_FLAGS)

verify-views: $(INSTALLED) ## rebuild every view and compare it with the live one: of make up, or else of a stopped make start
	@$(NODE) packages/server/src/main.ts verify-views

mutate: $(INSTALLED) ## change the pure core in one small way after the other: does a test notice? FILES= | CHANGED=1, SECONDS=, JSON=; --help
	@$(NODE) test/mutate/main.ts $(MUTATE_FLAGS)

places: $(INSTALLED) ## list the hand-written files that name an event, its command or its packet: EVENT=, and JSON=1
	@$(NODE) test/places/main.ts $(EVENT) $(if $(JSON),--json)

rebuild-views: $(INSTALLED) ## put views made anew from the log in the place of those views, while no role runs
	@$(NODE) packages/server/src/main.ts rebuild-views

begin-epoch: $(INSTALLED) ## after the log was put back from a backup, while no role runs: have every device begin anew
	@$(NODE) packages/server/src/main.ts begin-epoch

.PHONY: help install clean start demo up status logs down run check types lint tidy test-pure schemas generated format generate \
	schema-baseline history places test features test-integration test-e2e bench fault mutate verify-views rebuild-views begin-epoch
