package io.filon.demo;

import static io.filon.problem.Require.require;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of one file under way: numbers are written by hand, so that neither locale nor formatter slows or changes
/// them. One thread at a time.
final class Rows {

    private static final byte[] HEX = ascii("0123456789abcdef");

    private byte[] bytes;
    private int length;
    private long rows;

    Rows() {
        this(1 << 12);
    }

    /// @param expected bytes to make room for at once
    Rows(int expected) {
        bytes = new byte[expected];
    }

    /// UTF-8 of letters below U+0800, which is all that Spanish needs.
    Rows text(String text) {
        int size = text.length();
        room(2 * size);
        // locals, so that the loop needs no field
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                to[at++] = (byte) c;
            } else {
                require(c < 0x800, "'%s' has a character beyond U+07FF", text);
                to[at++] = (byte) (0xC0 | (c >> 6));
                to[at++] = (byte) (0x80 | (c & 0x3F));
            }
        }
        length = at;
        return this;
    }

    /// Bytes made once by [#ascii]: faster than the same text.
    Rows bytes(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    Rows put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    Rows number(long number) {
        return padded(number, 1);
    }

    /// A whole number with at least `digits` digits.
    Rows padded(long number, int digits) {
        if (number < 0) {
            put('-');
        }
        room(20);
        long rest = Math.abs(number);
        int size = 1;
        for (long power = 10; size < 19 && (rest >= power || size < digits); power *= 10) {
            size++;
        }
        byte[] to = bytes;
        int first = length;
        for (int at = first + size - 1; at >= first; at--) {
            long tens = rest / 10;
            to[at] = (byte) ('0' + (rest - tens * 10));
            rest = tens;
        }
        length = first + size;
        return this;
    }

    /// An amount of cents with two decimals after `point`.
    Rows money(long cents, char point) {
        if (cents < 0) {
            put('-');
        }
        long absolute = Math.abs(cents);
        return number(absolute / 100).put(point).padded(absolute % 100, 2);
    }

    /// Sixteen hexadecimal digits.
    Rows hex(long bits) {
        room(16);
        for (int shift = 60; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(int) (bits >>> shift) & 15];
        }
        return this;
    }

    /// `21:04:09` of the second of a day.
    Rows time(int second) {
        return padded(second / 3600, 2)
                .put(':')
                .padded(second / 60 % 60, 2)
                .put(':')
                .padded(second % 60, 2);
    }

    void end() {
        put('\n');
        rows++;
    }

    long rows() {
        return rows;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
