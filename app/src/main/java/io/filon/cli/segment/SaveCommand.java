package io.filon.cli.segment;

import io.filon.cli.Output;
import io.filon.cli.open.QuestionOptions;
import io.filon.problem.FilonException;
import io.filon.report.segment.SegmentCount;
import io.filon.segment.Library;
import io.filon.segment.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon segment save RULE`: keeps a rule as a file of the company's own.
@Command(name = "save", mixinStandardHelpOptions = true)
final class SaveCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "RULE", descriptionKey = "filon.segment.RULE")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String rule;

    @Option(names = "--as", paramLabel = "KEY", descriptionKey = "filon.segment.save.as")
    @Nullable
    String key;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "filon.segment.save.name")
    @Nullable
    String name;

    @Option(names = "--replace", descriptionKey = "filon.segment.save.replace")
    boolean replace;

    @Mixin
    SegmentOptions options = new SegmentOptions();

    @Override
    public Integer call() {
        options.mustLast();
        return options.answer(spec, session -> {
            Library library = session.library();
            Segment segment = library.find(rule);
            Path file = file(session, segment);
            SegmentCount count = SegmentCount.of(session.base(), segment, session.language());
            write(file, library.text(segment, name));
            return new QuestionOptions.Answer(
                    count,
                    count.text(session.language()) + session.language().say("cli.written", file.toString()) + "\n");
        });
    }

    private Path file(Session session, Segment segment) {
        String stem = key == null ? segment.key() : key;
        if (!stem.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*")
                || (key == null && segment.key().equals(Library.UNNAMED))) {
            throw new FilonException("segment.key", stem);
        }
        session.library().refuseTaken(stem);
        Path file = session.workspace().segmentsFolder().resolve(stem + ".yaml");
        if (Files.exists(file) && !replace) {
            throw new FilonException("segment.exists", file.toString());
        }
        return file;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of " + file, e);
        }
        Output.write(file, text);
    }
}
