package io.filon.behaviour.job;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Every job that visits are read for: the company's own, and those built in unless a file of the company has the same
/// name.
///
/// @param text all their files, for telling whether any has changed
public record JobLibrary(List<Job> jobs, String text) {

    private static final List<String> BUILT_IN =
            List.of("quick_solution", "compare_prices", "research", "restock", "gift", "browse", "support");

    /// More would not be told apart, nor read.
    private static final int MOST_JOBS = 40;

    public JobLibrary {
        jobs = List.copyOf(jobs);
    }

    /// Whether Filón itself says what this job is called.
    public static boolean isBuiltIn(String key) {
        return BUILT_IN.contains(key);
    }

    public static JobLibrary builtIn() {
        return read(
                BUILT_IN.stream().collect(LinkedHashMap::new, (all, key) -> all.put(key, resource(key)), Map::putAll));
    }

    /// @param folder `jobs` of a workspace; may be missing
    /// @throws FilonException with every problem of every file
    public static JobLibrary of(Path folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        BUILT_IN.forEach(key -> texts.put(key, resource(key)));
        for (Path file : files(folder)) {
            String key = file.getFileName().toString().replaceFirst("\\.yaml$", "");
            try {
                texts.put(key, Files.readString(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + file, e);
            }
        }
        return read(texts);
    }

    private static JobLibrary read(Map<String, String> texts) {
        List<Job> jobs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        texts.forEach((key, text) -> {
            try {
                jobs.add(JobYaml.read(key, text));
                if (!key.matches("[a-z][a-z0-9_]*") || key.equals(Job.UNCLEAR)) {
                    problems.add(Problem.of("job.key", key));
                }
            } catch (FilonException e) {
                problems.add(Problem.of("job.file", key + ".yaml"));
                problems.addAll(e.problems());
            }
        });
        if (texts.size() > MOST_JOBS) {
            problems.add(Problem.of("job.too_many", MOST_JOBS));
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return new JobLibrary(jobs, String.join("\n", texts.values()));
    }

    public Optional<Job> job(String key) {
        return jobs.stream().filter(job -> job.key().equals(key)).findFirst();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private static String resource(String key) {
        try (InputStream in = JobLibrary.class.getResourceAsStream(key + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("No %s.yaml beside %s".formatted(key, JobLibrary.class.getName()));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(key, e);
        }
    }
}
