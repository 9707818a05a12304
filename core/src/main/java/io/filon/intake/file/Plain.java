package io.filon.intake.file;

import java.nio.file.Path;

/// One file out of its wrappings.
///
/// @param name  as the user gave it, with `!member` for what came out of an archive
/// @param path  where its bytes are
/// @param hash  of its bytes; empty until they are all there
/// @param given whether the user named this very file, so that it must be an export
record Plain(String name, Path path, String hash, boolean given) {

    Plain named(String other) {
        return new Plain(other, path, hash, given);
    }
}
