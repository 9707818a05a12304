package io.filon.demo;

import java.nio.file.Path;

/// A shop that was written.
///
/// @param exports  folder with the files an audit reads, and nothing else
/// @param personas folder with the declared personas, one YAML each
/// @param truth    the answer sheet, `truth.json`; never to be given to an audit
public record Shop(Path exports, Path personas, Path truth) {

    static Shop in(Path folder) {
        return new Shop(folder.resolve("exports"), folder.resolve("personas"), folder.resolve("truth.json"));
    }
}
