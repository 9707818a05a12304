# Every target is one line. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help test one format demo golden study bench clean
help:    ## this list
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'
test:    ## everything CI runs
	./filon test
one:     ## one test class: make one T=DuckStoreTest
	mvn -q -B -Dquick test -Dtest='$(T)' -Dsurefire.failIfNoSpecifiedTests=false
format:  ## format the sources
	mvn -q -B spotless:apply
demo:    ## the sample company
	./filon demo
golden:  ## rewrite the golden files; read the diff
	mvn -q -B -Dquick test -Dgolden.update=true
study:   ## statistical tests, many seeds
	mvn -B -Pstudy test
bench:   ## JMH and whole-run benchmarks
	mvn -q -B -Pbench -Dquick -DskipTests package && java -jar bench/target/bench.jar
clean:   ## remove what was built
	mvn -q -B clean
