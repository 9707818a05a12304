package io.filon.intake.file;

import io.filon.intake.file.text.Encodings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;

/// What a file is by its first bytes, whatever its name says.
enum FileType {
    EMPTY,
    GZIP,
    ZIP,
    WORKBOOK,
    PARQUET,
    OLD_EXCEL,
    PDF,
    HTML,
    XML,
    JSON,
    TEXT,
    BINARY;

    private static final int LOOKED_AT = 1 << 16;

    /// Characters in which most binary files show what they are, even those of texts behind a head of numbers.
    private static final int BEGINNING = 500;

    private static final List<String> PICTURES = List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8");

    static FileType of(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return EMPTY;
        }
        byte[] head = Bytes.head(file, LOOKED_AT);
        String start = new String(head, 0, Math.min(head.length, 8), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u001f\u008b")) {
            return GZIP;
        }
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return workbook(file) ? WORKBOOK : ZIP;
        }
        if (PICTURES.stream().anyMatch(start::startsWith)) {
            return BINARY;
        }
        if (start.startsWith("PAR1")) {
            return PARQUET;
        }
        if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return OLD_EXCEL;
        }
        return start.startsWith("%PDF") ? PDF : ofText(head);
    }

    private static boolean workbook(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null && zip.getEntry("xl/workbook.xml") != null;
        } catch (IOException e) {
            return false; // a broken archive, which whoever unpacks it will say
        }
    }

    private static FileType ofText(byte[] head) {
        Encodings.Found found = Encodings.of(head);
        String text = new String(head, found.charset());
        if (binary(text) || binary(text.substring(0, Math.min(text.length(), BEGINNING)))) {
            return BINARY;
        }
        String words = text.startsWith("\ufeff") ? text.substring(1) : text;
        words = words.stripLeading();
        if (words.isEmpty()) {
            return EMPTY;
        }
        if (words.matches("(?s)(\\{|\\[\\s*[\\[{\\]]).*")) {
            return JSON;
        }
        String lower = words.substring(0, Math.min(words.length(), 64)).toLowerCase(Locale.ROOT);
        if (lower.matches("(?s)<(!doctype|html|head|body|table|!--|meta|div|script).*")) {
            return HTML;
        }
        // an XML file begins with its declaration or its outermost element; a page of the web may do the former
        boolean marked = words.matches("(?s)<(\\?xml|\\p{L}[\\p{L}\\d:_.-]*[\\s>]).*");
        return marked ? text.contains("<html") ? HTML : XML : TEXT;
    }

    private static boolean binary(String text) {
        long odd = text.chars()
                .filter(c -> (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1a)
                        || (c >= 0x7f && c < 0xa0))
                .count();
        return odd * 50 > text.length();
    }
}
