# travaux. `make help` lists what there is; `make run` is all a first look needs.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

LISTEN ?= 127.0.0.1:8080
BIN := bin/travaux
# What tests and measurements want of the machine, each with the packages that
# bring it: programs that read what travaux does not read by itself, and what
# sets text for the tests that read it back, with its fonts.
PDFTOTEXT := pdftotext="poppler-utils poppler-data"
READERS := tesseract=tesseract-ocr ocr:osd=tesseract-ocr-osd ocr:eng=tesseract-ocr-eng ocr:fra=tesseract-ocr-fra \
	ocr:spa=tesseract-ocr-spa ocr:rus=tesseract-ocr-rus ocr:ara=tesseract-ocr-ara ocr:chi_sim=tesseract-ocr-chi-sim \
	antiword=antiword catdoc=catdoc
LATIN := font:"Liberation Serif"="fonts-liberation fontconfig"
TYPESETTERS := soffice=libreoffice-writer-nogui chromium=chromium xetex=texlive-xetex $(LATIN) \
	font:Amiri=fonts-hosny-amiri font:"Noto Naskh Arabic"=fonts-noto-core font:"Noto Sans CJK SC"=fonts-noto-cjk
# What measurements are made of and on: see docs/performance.md.
SIZE ?= 125000
ROUNDS ?= 3
LOAD_SIZE ?= 2000000
LOAD_DOCUMENTS ?= 100000
RATE ?= 200
WORK = $(if $(TRAVAUX_BENCH),--work "$(TRAVAUX_BENCH)")
TOOL := go tool -modfile=.ci/tools/go.mod

# Documents and retrieval collections that tests and measurements read.
ifndef TRAVAUX_CORPUS
ifneq ($(wildcard ../shared),)
export TRAVAUX_CORPUS := $(abspath ../shared)
endif
endif

.PHONY: help run build test check fmt format vet staticcheck tidy cross vulnerabilities \
	samples pictures bench fidelity relevance load clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS=$$'\t' read -r target what; do \
		printf '  make %-16s %s\n' "$$target" "$$what"; done

run: build ## build, index the shipped samples, serve them on http://127.0.0.1:8080
	@$(BIN) demo --listen $(LISTEN)

build: ## build bin/travaux
	@CGO_ENABLED=0 go build -trimpath -o $(BIN) ./cmd/travaux

test: ## install what the tests need and run them all
	@.ci/need $(PDFTOTEXT) $(TYPESETTERS) $(READERS)
	@go test -timeout 25m ./...

check: test format vet staticcheck tidy cross vulnerabilities ## all that the build server checks

fmt: ## format the code
	@$(TOOL) gofumpt -w cmd docs indexer search webui

format:
	@.ci/format

vet:
	@go vet ./...

staticcheck:
	@$(TOOL) staticcheck ./...

tidy:
	@go mod tidy -diff

cross:
	@.ci/cross

vulnerabilities:
	@.ci/vulnerabilities

samples: ## make the PDF and DOCX samples from cmd/travaux/samples/src
	@.ci/need chromium=chromium $(LATIN) font:"Noto Naskh Arabic"=fonts-noto-core \
		font:"AR PL UMing CN"=fonts-arphic-uming font:"WenQuanYi Zen Hei"=fonts-wqy-zenhei
	@go run ./cmd/travaux/samples/make

pictures: build ## photograph the search page for the README (docs/search.png)
	@.ci/need chromium=chromium font:"Noto Sans"="fonts-noto-core fontconfig"
	@docs/pictures $(BIN)

bench: build ## measure travaux beside other engines (SIZE=1000000, CLASSES, ENGINES, TRAVAUX_BENCH to keep what is made)
	@.ci/need $(PDFTOTEXT)
	@$(BIN) bench engines --size $(SIZE) --rounds $(ROUNDS) $(WORK) $(if $(CLASSES),--classes "$(CLASSES)") $(if $(ENGINES),--only "$(ENGINES)") \
		$(if $(TRAVAUX_CORPUS),--files "$(TRAVAUX_CORPUS)/corpus/un" -- "$(TRAVAUX_CORPUS)/corpus/un")

fidelity: ## print how much of a document's text and form comes through (docs/fidelity.md)
	@test -n "$${TRAVAUX_CORPUS:-}" || { echo "set TRAVAUX_CORPUS to a folder with corpus and ir in it" >&2; exit 2; }
	@.ci/need $(PDFTOTEXT) $(TYPESETTERS)
	@mkdir -p tmp && go build -o tmp/fidelity ./indexer/fidelity/print && tmp/fidelity
	@go test -count=1 -v ./indexer/masthead ./indexer/paragraph \
		-run '^Test(Figures|SplitCorpus|ParagraphExtents|HeadingPaths|FootnotesTied|TablesWhole|KindsCorpus|ReferencesCorpus|StatesCorpus)$$' | \
		sed -n 's/^ *[a-z_]*_test.go:[0-9]*: \(\(masthead\|paragraphs\|kinds\|headings\|footnotes\|tables\|references\|states\|[0-9]* documents\)[ :].*\)/\1/p; /FAIL/p'

relevance: build ## print how retrieval collections are ranked, Lucene beside it (docs/relevance.md)
	@test -n "$${TRAVAUX_CORPUS:-}" || { echo "set TRAVAUX_CORPUS to a folder with ir in it" >&2; exit 2; }
	@.ci/peers/lucene/run build
	@go run ./search/eval/print -travaux $(BIN) -lucene .ci/peers/lucene/run "$$TRAVAUX_CORPUS"/ir/*

load: build ## measure a server under load (LOAD_SIZE, LOAD_DOCUMENTS, RATE, TRAVAUX_BENCH)
	@$(BIN) bench load --size $(LOAD_SIZE) --documents $(LOAD_DOCUMENTS) --rate $(RATE) $(WORK) \
		$(if $(TRAVAUX_CORPUS),-- "$(TRAVAUX_CORPUS)/corpus/un")

clean: ## remove what was built
	@rm -rf bin tmp
