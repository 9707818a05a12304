package io.filon.intake.file.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of text and its encoding. Bytes that the encoding does not know are read as [#UNREADABLE].
///
/// @param clean whether it is strict UTF-8 as far as was looked
public record TextFile(Path path, Charset charset, boolean clean) {

    /// What stands where a byte could not be decoded.
    public static final char UNREADABLE = '\ufffd';

    private static final int BUFFER = 1 << 16;

    public static TextFile of(Path path, Encodings.Found found) {
        return new TextFile(
                path, found.charset(), found.clean() && found.charset().name().equals("UTF-8"));
    }

    /// Reads the text from its beginning, without a byte order mark.
    public BufferedReader open() throws IOException {
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(
                        Files.newInputStream(path),
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                BUFFER);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    /// Its first characters.
    public String head(int length) throws IOException {
        try (BufferedReader reader = open()) {
            char[] text = new char[length];
            int filled = 0;
            int read = reader.read(text, 0, length);
            while (read > 0) {
                filled += read;
                read = reader.read(text, filled, length - filled);
            }
            return new String(text, 0, filled);
        }
    }
}
