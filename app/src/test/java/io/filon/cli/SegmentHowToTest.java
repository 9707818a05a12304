package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of the how-to do what it says, on the corner shop.
class SegmentHowToTest {

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    @Test
    void every_command_of_the_page_runs() throws IOException {
        String page = Files.readString(Cli.root().resolve("docs/how-to/work-with-segments.md"));
        List<String> commands = Pattern.compile("(?m)^\\./filon .*$")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(commands).hasSizeGreaterThan(10);
        for (String command : commands) {
            Cli done = Cli.run(arguments(command).toArray());

            assertThat(done.code()).as("%s: %s", command, done.err()).isZero();
        }
    }

    private List<Object> arguments(String command) {
        List<Object> arguments = new ArrayList<>();
        WORD.matcher(command.substring("./filon ".length())).results().forEach(word -> {
            String text = java.util.stream.Stream.of(word.group(1), word.group(2), word.group(3))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            switch (text) {
                case "exports/*" -> arguments.addAll(Cli.cornerShop());
                case "my-company", "movement.json" -> arguments.add(folder.resolve(text));
                default -> arguments.add(text);
            }
        });
        return arguments;
    }
}
