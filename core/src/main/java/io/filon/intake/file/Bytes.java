package io.filon.intake.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the bytes of a file tell without decoding them.
final class Bytes {

    private static final int BLOCK = 1 << 20;
    private static final int SMALL = 4 << 20;
    private static final int WINDOWS = 8;
    private static final int WINDOW = SMALL / WINDOWS;

    private Bytes() {}

    static byte[] head(Path file, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        }
    }

    static byte[] tail(Path file, int length) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] tail = new byte[(int) Math.min(length, in.length())];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            return tail;
        }
    }

    /// Whether an old Office container holds an encrypted new one: the name of its stream is in UTF-16.
    static boolean mentionsEncryption(Path file) throws IOException {
        String bytes = new String(head(file, SMALL), StandardCharsets.UTF_16LE);
        return bytes.contains("EncryptedPackage");
    }

    /// A small file whole; of a large one its beginning, and whole lines from places spread over it.
    static byte[] sample(Path file) throws IOException {
        long size = Files.size(file);
        if (size <= SMALL) {
            return Files.readAllBytes(file);
        }
        ByteArrayOutputStream sample = new ByteArrayOutputStream(SMALL);
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] window = new byte[WINDOW];
            for (int i = 0; i < WINDOWS; i++) {
                in.seek((size - WINDOW) / (WINDOWS - 1) * i);
                in.readFully(window);
                int from = i == 0 ? 0 : indexOf(window, 0, WINDOW) + 1;
                int to = lastEnd(window, WINDOW) + 1;
                sample.write(window, from, Math.max(0, to - from));
            }
        }
        return sample.toByteArray();
    }

    /// The lines that hold a byte above 127, from the whole file, up to a few MiB of them.
    static byte[] unusual(Path file) throws IOException {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] block = new byte[BLOCK];
            int kept = 0;
            int read = in.readNBytes(block, 0, BLOCK);
            while (read > 0 && sample.size() < SMALL) {
                int length = kept + read;
                int from = 0;
                int end = indexOf(block, from, length);
                while (end >= 0) {
                    keepUnusual(block, from, end + 1, sample);
                    from = end + 1;
                    end = indexOf(block, from, length);
                }
                if (from == 0) {
                    from = length;
                    keepUnusual(block, 0, length, sample);
                }
                kept = length - from;
                System.arraycopy(block, from, block, 0, kept);
                read = in.readNBytes(block, kept, BLOCK - kept);
            }
            keepUnusual(block, 0, kept, sample);
        }
        return sample.toByteArray();
    }

    private static void keepUnusual(byte[] bytes, int from, int to, ByteArrayOutputStream sample) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                sample.write(bytes, from, to - from);
                return;
            }
        }
    }

    /// Ends of line.
    static long ends(Path file) throws IOException {
        long ends = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
            for (int one = in.read(); one >= 0; one = in.read()) {
                ends += one == '\n' ? 1 : 0;
            }
        }
        return ends;
    }

    private static int indexOf(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /// Where the last line ends among the first `to` bytes; -1 when none does.
    static int lastEnd(byte[] bytes, int to) {
        int i = to - 1;
        while (i >= 0 && bytes[i] != '\n' && bytes[i] != '\r') {
            i--;
        }
        return i;
    }
}
