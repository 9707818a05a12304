package io.filon.demo;

import java.nio.file.Path;

/// A shop that was written.
///
/// @param exports  folder with the files an audit reads, and nothing else
/// @param personas folder with the declared personas, one YAML each
/// @param market   folder with who could buy at all: `market.yaml` and its table
/// @param truth    the answer sheet, `truth.json`; never to be given to an audit
public record Shop(Path exports, Path personas, Path market, Path truth) {

    static Shop in(Path folder) {
        return new Shop(
                folder.resolve("exports"),
                folder.resolve("personas"),
                folder.resolve("market"),
                folder.resolve("truth.json"));
    }
}
