package io.filon.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.roaringbitmap.RoaringBitmap;

/// A set of customers as text for the store: RoaringBitmap's portable format in Base64. A million customers take at
/// most 170 KB.
public final class Numbers {

    private Numbers() {}

    public static String text(RoaringBitmap numbers) {
        byte[] bytes = new byte[numbers.serializedSizeInBytes()];
        numbers.serialize(ByteBuffer.wrap(bytes));
        return Base64.getEncoder().encodeToString(bytes);
    }

    public static RoaringBitmap parse(String text) {
        RoaringBitmap numbers = new RoaringBitmap();
        try {
            numbers.deserialize(ByteBuffer.wrap(Base64.getDecoder().decode(text)));
        } catch (IOException e) {
            throw new UncheckedIOException("a kept set cannot be read", e);
        }
        return numbers;
    }
}
