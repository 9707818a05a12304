package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.reference.TrapsTest;
import io.filon.segment.history.MovesTest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every trap of the page has a test that is there, and every test of a trap is on the page.
class RuleTrapsPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!trap |---)([^|]+) \\| [^|]+ \\| ([^|]+) \\|$");
    private static final Pattern TEST = Pattern.compile("`(TrapsTest|MovesTest)\\.(\\w+)`");

    @Test
    void every_trap_names_tests_that_are_there() throws IOException {
        List<MatchResult> rows = ROW.matcher(page()).results().toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(14);
        Set<String> there =
                Stream.concat(tests(TrapsTest.class), tests(MovesTest.class)).collect(Collectors.toSet());
        assertThat(rows)
                .allSatisfy(row -> assertThat(named(row.group(2)))
                        .as(row.group(1))
                        .isNotEmpty()
                        .isSubsetOf(there));
    }

    @Test
    void every_test_of_a_trap_is_on_the_page() throws IOException {
        assertThat(named(page())).containsAll(tests(TrapsTest.class).toList());
    }

    private static List<String> named(String text) {
        return TEST.matcher(text)
                .results()
                .map(test -> test.group(1) + "." + test.group(2))
                .toList();
    }

    private static Stream<String> tests(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .map(name -> type.getSimpleName() + "." + name);
    }

    private static String page() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/reference/rule-traps.md"))) {
            folder = folder.getParent();
        }
        return Files.readString(folder.resolve("docs/reference/rule-traps.md"));
    }
}
