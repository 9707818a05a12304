package io.filon.intake.file.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;

/// What one pass over the bytes of a whole file tells.
///
/// Parts of a large file are read side by side; what they tell is put together in order, so the answer does not depend
/// on the number of threads.
///
/// @param hash   changes when a byte does: SHA-256 over the length and the CRC-32C of every MiB,
///     which a processor computes as fast as it reads; not a defence against forgers
/// @param lines  those that are not empty
/// @param padded whether a blank stands where a cell begins or ends, or may do so
/// @param zeros  whether some byte is 0, as none of a text is
public record Scan(String hash, long lines, boolean padded, boolean zeros) {

    public static final Scan NONE = new Scan("", 0, false, false);

    private static final long BLOCK = 1L << 20;
    private static final long LARGEST_PART = 64 * BLOCK;
    private static final int PARTS = 8;

    public static Scan of(Path file) throws IOException {
        long blocks = Files.size(file) / (PARTS * BLOCK) + 1;
        return of(file, Math.min(LARGEST_PART, blocks * BLOCK));
    }

    /// @param part bytes read at a time, whole blocks
    static Scan of(Path file, long part) throws IOException {
        long size = Files.size(file);
        try {
            List<ScanPart> parts = LongStream.range(0, Math.max(1, (size + part - 1) / part))
                    .parallel()
                    .mapToObj(i -> ScanPart.read(file, i * part, Math.min(part, size - i * part)))
                    .toList();
            return new Scan(
                    hash(size, parts),
                    lines(parts),
                    padded(parts),
                    parts.stream().anyMatch(ScanPart::zeros));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String hash(long size, List<ScanPart> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, size));
            parts.stream()
                    .flatMapToLong(part -> part.checksums().stream().mapToLong(Long::longValue))
                    .forEachOrdered(
                            sum -> digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, sum)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static long lines(List<ScanPart> parts) {
        long lines = 0;
        boolean begun = false;
        for (ScanPart part : parts) {
            lines += part.lines();
            if (part.ended()) {
                lines += begun || part.begun() ? 1 : 0;
                begun = part.open();
            } else {
                begun |= part.begun();
            }
        }
        return lines + (begun ? 1 : 0);
    }

    private static boolean padded(List<ScanPart> parts) {
        byte before = '\n';
        for (ScanPart part : parts) {
            if (part.padded() || ScanPart.isPadding(before, part.first())) {
                return true;
            }
            before = part.last();
        }
        return false;
    }
}
