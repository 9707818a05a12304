package io.filon.intake.file.scan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// What a stretch of a file tells: eight bytes are looked at together, single ones only where a line ends or a blank
/// stands.
final class ScanPart {

    private static final int BLOCK = 1 << 20;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long HIGH_BITS = ~LOW_BITS;
    private static final long NEWLINES = repeated('\n');
    private static final long SPACES = repeated(' ');
    private static final long AFTER_SPACES = repeated(' ' + 1);
    // a no-break space is C2 A0 in UTF-8
    private static final long LATIN_LEADS = repeated(0xc2);
    private static final long NO_BREAK_SPACES = repeated(0xa0);

    private final long[] words = new long[BLOCK / Long.BYTES];
    private final List<Long> checksums = new ArrayList<>();
    private long lines;
    private boolean ended;
    private boolean begun;
    private boolean open;
    private boolean padded;
    private boolean zeros;
    private byte first = '\n';
    private byte last = 'x'; // what stands before is compared when the parts are put together
    private int lineStart;

    private ScanPart() {}

    /// @throws UncheckedIOException when the file cannot be read
    static ScanPart read(Path file, long from, long length) {
        ScanPart part = new ScanPart();
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel in = FileChannel.open(file)) {
            for (long done = 0; done < length; done += BLOCK) {
                block.clear().limit((int) Math.min(BLOCK, length - done));
                int read = 0;
                while (block.hasRemaining() && read >= 0) {
                    read = in.read(block, from + done + block.position());
                }
                part.add(block.flip());
            }
            return part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // words are copied to an array first: even code that the JVM has hardly compiled reads it fast
    private void add(ByteBuffer block) {
        int length = block.limit();
        if (length == 0) {
            return;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(block.duplicate());
        first = checksums.isEmpty() ? block.get(0) : first;
        checksums.add(checksum.getValue());
        lineStart = 0;
        padded |= isPadding(last, block.get(0));
        int full = length / Long.BYTES;
        block.asLongBuffer().get(words, 0, full);
        for (int i = 0; i < full; i++) {
            long word = words[i];
            if (isOdd(word)) {
                look(block, i * Long.BYTES, word);
            }
        }
        for (int at = full * Long.BYTES; at < length; at++) {
            zeros |= block.get(at) == 0;
            if (block.get(at) == '\n') {
                end(block, at);
            } else if (isBlank(block.get(at))) {
                blank(block, at);
            }
        }
        open |= isFull(block, length);
        last = block.get(length - 1);
    }

    private void look(ByteBuffer block, int at, long word) {
        zeros |= equal(word, 0) != 0;
        for (long ends = equal(word, NEWLINES); ends != 0; ends &= ends - 1) {
            end(block, at + (Long.numberOfTrailingZeros(ends) >>> 3));
        }
        if (!padded) {
            for (long blanks = blanks(word); blanks != 0; blanks &= blanks - 1) {
                blank(block, at + (Long.numberOfTrailingZeros(blanks) >>> 3));
            }
        }
    }

    private void end(ByteBuffer block, int at) {
        boolean full = open || isFull(block, at);
        if (ended) {
            lines += full ? 1 : 0;
        } else {
            begun = full;
            ended = true;
        }
        open = false;
        lineStart = at + 1;
    }

    /// Whether something other than blanks stands between the last line's end and here.
    private boolean isFull(ByteBuffer block, int to) {
        for (int i = to - 1; i >= lineStart; i--) {
            byte one = block.get(i);
            if (one > ' ' || one < 0) {
                return true;
            }
        }
        return false;
    }

    private void blank(ByteBuffer block, int at) {
        padded |= (at > 0 && isEdge(block.get(at - 1))) || (at + 1 < block.limit() && isEdge(block.get(at + 1)));
    }

    /// Whether of two neighbours one is a blank and the other ends a cell.
    static boolean isPadding(byte one, byte next) {
        return (isEdge(one) && isBlank(next)) || (isBlank(one) && isEdge(next));
    }

    private static boolean isBlank(byte one) {
        return one == ' ' || one == (byte) 0xc2 || one == (byte) 0xa0;
    }

    private static boolean isEdge(byte one) {
        return one == ','
                || one == ';'
                || one == '\t'
                || one == '|'
                || one == '~'
                || one == '"'
                || one == '\n'
                || one == '\r';
    }

    /// Whether some byte may be a blank, the end of a line or no ASCII; of letters and signs of ASCII never.
    private static boolean isOdd(long word) {
        return (((word - AFTER_SPACES) | word) & HIGH_BITS) != 0;
    }

    private static long blanks(long word) {
        long spaces = equal(word, SPACES);
        return (word & HIGH_BITS) == 0 ? spaces : spaces | equal(word, LATIN_LEADS) | equal(word, NO_BREAK_SPACES);
    }

    /// The high bit of every byte that is equal (Warren, Hacker's Delight, 6-1).
    private static long equal(long word, long pattern) {
        long other = word ^ pattern;
        return ~(((other & LOW_BITS) + LOW_BITS) | other | LOW_BITS);
    }

    private static long repeated(int one) {
        return 0x0101010101010101L * one;
    }

    /// CRC-32C of every MiB.
    List<Long> checksums() {
        return checksums;
    }

    /// Lines with something in them that begin and end within the part.
    long lines() {
        return lines;
    }

    /// Whether some line ends in the part.
    boolean ended() {
        return ended;
    }

    /// Whether something stands before the first end of a line, or anywhere when there is none.
    boolean begun() {
        return ended ? begun : open;
    }

    /// Whether something stands after the last end of a line.
    boolean open() {
        return open;
    }

    boolean padded() {
        return padded;
    }

    boolean zeros() {
        return zeros;
    }

    byte first() {
        return first;
    }

    byte last() {
        return last;
    }
}
