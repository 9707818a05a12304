package io.filon.workspace;

import io.filon.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Says in which line of a persona's file each problem is: the first that holds a word the problem names;
/// a number is none, such as how many traits there are.
public final class PersonaLines {

    /// Where in the rule a problem is; it says nothing of the line when that is all of it.
    private static final String WHOLE_RULE = "rule";

    private PersonaLines() {}

    /// @return the problems, those of a line together under its number, in the order of the file
    public static List<Problem> placed(String file, String text, List<Problem> problems) {
        Map<Integer, List<Problem>> byLine = new TreeMap<>();
        problems.forEach(problem -> byLine.computeIfAbsent(line(text, problem), _ -> new ArrayList<>())
                .add(problem));
        List<Problem> placed = new ArrayList<>();
        byLine.forEach((line, said) -> {
            placed.add(
                    line == 0
                            ? Problem.of("persona.file", file)
                            : Problem.of("persona.line", file, Integer.toString(line)));
            placed.addAll(said);
        });
        return placed;
    }

    private static int line(String text, Problem problem) {
        List<String> lines = text.lines().toList();
        for (Object value : problem.values()) {
            String word = value instanceof String said ? said.replaceAll("^.*[.\\]](?=\\w)", "") : "";
            if (word.isBlank() || word.equals(WHOLE_RULE)) {
                continue;
            }
            Pattern whole = Pattern.compile("(?<![\\w])" + Pattern.quote(word) + "(?![\\w])");
            for (int i = 0; i < lines.size(); i++) {
                if (whole.matcher(lines.get(i)).find()) {
                    return i + 1;
                }
            }
        }
        return 0;
    }
}
