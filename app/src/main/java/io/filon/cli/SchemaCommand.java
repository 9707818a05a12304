package io.filon.cli;

import io.filon.workspace.InitFiles;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon schema NAME`: the JSON Schema of one of our documents.
@Command(name = "schema", mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

    enum Document {
        AUDIT,
        VALUE,
        FILON,
        SOURCES,
        SEGMENT,
        PERSONA,
        BEHAVIOUR,
        JOB,
        PROPOSITION
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "NAME", descriptionKey = "filon.schema.NAME")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Document document;

    @Option(names = "--lang", paramLabel = "LOCALE", descriptionKey = "option.lang")
    @Nullable
    String language;

    @Override
    public Integer call() {
        String name = document.name().toLowerCase(Locale.ROOT);
        spec.commandLine().getOut().println(new String(InitFiles.schema(name), StandardCharsets.UTF_8));
        return 0;
    }
}
