# make site   builds the program and compiles content/ into public/
# make test   runs every test, browser tests included
# make bench  prints the speed table, make bench-preview that of the preview,
# make bench-search how well and how fast the search answers
# make pictures draws the README's pictures
# make reference puts the generated reference into README.md

GO      ?= go
BIN     := bin/strategia
SOURCES := $(shell find cmd internal layouts static -type f -not -path '*/testdata/*') go.mod go.sum

.PHONY: site test cross check-public reference pictures bench bench-preview bench-search needs clean

site: $(BIN)
	./$(BIN) build

$(BIN): $(SOURCES)
	$(GO) build -trimpath -o $@ ./cmd/strategia

# The race detector looks at what starts goroutines or is called by them. What is
# sequential, which a test of the house holds, runs under it within those tests only.
test: needs
	@test -z "$$(gofmt -l cmd internal layouts static)" || { echo "gofmt -l:"; gofmt -l cmd internal layouts static; exit 1; }
	$(GO) vet ./...
	$(MAKE) cross
	$(GO) test -race -short $$($(GO) list ./... | grep -vE '/internal/(browser|check|markdown|spreadsheet)$$')
	$(GO) test ./...
	$(MAKE) check-public

# The program is used on Windows and macOS too, whose files, signals and watches differ.
cross:
	for os in windows darwin; do \
		GOOS=$$os $(GO) vet ./cmd/... ./internal/build/... ./internal/preview/... && \
		GOOS=$$os $(GO) build -o /dev/null ./cmd/strategia || exit 1; \
	done

# public/ is committed: every change to what residents see is visible in review.
check-public: $(BIN)
	./.ci/check-public $(BIN)

needs:
	./.ci/needs

reference:
	$(GO) test ./cmd/strategia -run TestReadmeReference -update

pictures: $(BIN) needs
	$(GO) run ./internal/pictures

bench: $(BIN)
	$(GO) run ./internal/bench/cmd -bin $(BIN)

bench-preview: $(BIN) needs
	$(GO) run ./internal/bench/preview -bin $(BIN)

bench-search: needs
	$(GO) run ./internal/search/bench/cmd

clean:
	rm -rf bin
