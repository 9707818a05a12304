package io.filon.intake.file.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {

    private static final int BLOCK = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void counts_the_lines_with_something_in_them() throws IOException {
        assertThat(scan("a,b\n1,2\n").lines()).isEqualTo(2);
        assertThat(scan("a,b\n1,2").lines()).isEqualTo(2);
        assertThat(scan("a,b\r\n\r\n  \n1,2\r\n\n").lines()).isEqualTo(2);
        assertThat(scan("").lines()).isZero();
        assertThat(scan("\n\n").lines()).isZero();
        assertThat(scan("ñ\né").lines()).isEqualTo(2);
    }

    @Test
    void sees_blanks_where_a_cell_begins_or_ends() throws IOException {
        assertThat(List.of("a, b", "a ,b", " a", "a,b \nc", "a;\u00a0b", "\"a \"", "a\n b"))
                .allSatisfy(text -> assertThat(scan(text).padded()).as(text).isTrue());
        assertThat(List.of("a b,c d", "a,b\nc d e f g h,i", "ó ú,b"))
                .allSatisfy(text -> assertThat(scan(text).padded()).as(text).isFalse());
    }

    @Test
    void tells_the_same_however_the_file_is_cut() throws IOException {
        for (int seed = 0; seed < 6; seed++) {
            String text = randomText(seed, 2 * BLOCK + 1_000 * seed);
            Path file = Files.writeString(folder.resolve("cut"), text);

            Scan parts = Scan.of(file, BLOCK);

            assertThat(parts).isEqualTo(Scan.of(file));
            assertThat(parts.lines())
                    .isEqualTo(Stream.of(text.split("\n"))
                            .filter(line -> !line.isBlank())
                            .count());
        }
    }

    @Test
    void another_byte_is_another_hash() throws IOException {
        assertThat(scan("a,b\n1,2").hash())
                .isEqualTo(scan("a,b\n1,2").hash())
                .isNotEqualTo(scan("a,b\n1,3").hash())
                .isNotEqualTo(scan("a,b\n1,2\n").hash());
    }

    @Test
    void sees_a_blank_on_either_side_of_a_cut() throws IOException {
        String before = "x".repeat(BLOCK - 1);
        for (String cut : List.of(", ", " ,", "\n ")) {
            Path file = Files.writeString(folder.resolve("edge"), before + cut + "y");

            assertThat(Scan.of(file, BLOCK).padded()).as(cut).isTrue();
        }
    }

    private Scan scan(String text) throws IOException {
        return Scan.of(Files.writeString(folder.resolve("file"), text, StandardCharsets.UTF_8));
    }

    private static String randomText(int seed, int length) {
        Random random = new Random(seed);
        String letters = seed % 2 == 0 ? "ab1,\n" : "ab1;é \n\r\n";
        return random.ints(length, 0, letters.length())
                .mapToObj(i -> String.valueOf(letters.charAt(i)))
                .collect(Collectors.joining());
    }
}
