package io.filon.intake.file.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/// Finds out which encoding a text is in.
///
/// UTF-8 proves itself: hardly any other text is valid UTF-8 by chance. Among the one-byte encodings the winner is the
/// one under which the bytes above 127 are letters of western Europe rather than frames and symbols; when none is, a
/// general detector has the word.
public final class Encodings {

    private static final List<String> WESTERN = List.of("windows-1252", "ISO-8859-15", "IBM850");

    private static final String LETTERS = "áéíóúñüçàèìòùâêîôûäöëïßãõåøæœÿÁÉÍÓÚÑÜÇÀÈÌÒÙÂÊÎÔÛÄÖËÏÃÕÅØÆŒ";
    private static final String MARKS = "¿¡ºª€£·«»´’‘“”–—…°\u00a0®©";

    /// @param clean whether every byte of the sample is as the encoding wants it
    public record Found(Charset charset, boolean clean) {}

    private Encodings() {}

    /// @param sample the file, or its beginning and other whole lines of it
    public static Found of(byte[] sample) {
        Charset wide = wide(sample);
        if (wide != null) {
            return new Found(wide, true);
        }
        int[] counts = utf8(sample);
        int valid = counts[0];
        int broken = counts[1];
        if (broken == 0 || broken * 10L <= valid) {
            return new Found(StandardCharsets.UTF_8, broken == 0);
        }
        return new Found(narrow(sample), true);
    }

    private static @Nullable Charset wide(byte[] bytes) {
        if (bytes.length < 4) {
            return null;
        }
        int mark = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        if (mark == 0xfffe) {
            return StandardCharsets.UTF_16LE;
        }
        if (mark == 0xfeff) {
            return StandardCharsets.UTF_16BE;
        }
        int[] zeros = new int[2];
        int length = Math.min(bytes.length, 4096) & ~1;
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
        }
        if (zeros[1] * 10 > length * 3 && zeros[0] * 20 < length) {
            return StandardCharsets.UTF_16LE;
        }
        return zeros[0] * 10 > length * 3 && zeros[1] * 20 < length ? StandardCharsets.UTF_16BE : null;
    }

    /// @return sequences of several bytes that are valid, and bytes that are not
    private static int[] utf8(byte[] bytes) {
        int valid = 0;
        int broken = 0;
        int i = 0;
        while (i < bytes.length) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = sequence(bytes, i);
            valid += length > 0 ? 1 : 0;
            broken += length > 0 ? 0 : 1;
            i += Math.max(1, length);
        }
        return new int[] {valid, broken};
    }

    private static int sequence(byte[] bytes, int at) {
        int lead = bytes[at] & 0xff;
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) {
            return 0;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length));
            return length;
        } catch (CharacterCodingException e) {
            return 0; // the answer: not UTF-8
        }
    }

    private static Charset narrow(byte[] sample) {
        String best = WESTERN.getFirst();
        Fit bestFit = new Fit(Integer.MIN_VALUE, 0);
        for (String name : WESTERN) {
            Fit fit = fit(new String(sample, Charset.forName(name)));
            if (fit.score > bestFit.score) {
                best = name;
                bestFit = fit;
            }
        }
        return bestFit.score < bestFit.characters ? detected(sample, best) : Charset.forName(best);
    }

    /// @param score      about 4 a character when all are letters inside words, below 1 when hardly any is
    /// @param characters those outside ASCII
    private record Fit(int score, int characters) {}

    private static Fit fit(String text) {
        int score = 0;
        int characters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 126) {
                characters++;
                boolean inWord = letter(text, i - 1) || letter(text, i + 1);
                if (LETTERS.indexOf(c) >= 0) {
                    score += inWord ? (Character.isLowerCase(c) ? 4 : 3) : 1;
                } else {
                    score += MARKS.indexOf(c) >= 0 ? 2 : -4;
                }
            }
        }
        return new Fit(score, characters);
    }

    private static boolean letter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
    }

    private static Charset detected(byte[] sample, String otherwise) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(sample, 0, sample.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return Charset.forName(name != null && Charset.isSupported(name) && !name.equals("UTF-8") ? name : otherwise);
    }
}
