package io.filon.cli;

import io.filon.cli.open.AsOf;
import io.filon.cli.open.Opening;
import io.filon.report.Audit;
import io.filon.report.Language;
import io.filon.report.change.Since;
import io.filon.text.Messages;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon audit FILES…`: from raw exports to where the profit hides. Parses, calls the library, prints.
@Command(name = "audit", mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", descriptionKey = "filon.audit.FILES")
    List<Path> files = new ArrayList<>();

    @Option(names = "--map", paramLabel = "FILE:COLUMN=ROLE", descriptionKey = "filon.audit.map")
    List<String> corrections = new ArrayList<>();

    @Option(names = "--since", paramLabel = "EARLIER", descriptionKey = "filon.audit.since")
    @Nullable
    String earlier;

    @Mixin
    AsOf asOf = new AsOf();

    @Mixin
    AuditOutputs outputs = new AuditOutputs();

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Override
    public Integer call() {
        LocalDate day = asOf.day();
        Since since = earlier == null ? null : Since.parse(earlier);
        return Opening.run(spec, options, options.workspace(), files, corrections, opening -> {
            Audit audit = opening.loop().audit(day, opening.messages(), since);
            Language language = opening.language();
            List<Path> written = outputs.write(spec, audit, opening.loop().store(), language);
            if (!opening.workspace().temporary()) {
                opening.loop().remember(audit);
                opening.keep();
            }
            opening.screen().clear();
            if (!options.quiet) {
                summarise(audit, written, language, opening);
            }
        });
    }

    private void summarise(Audit audit, List<Path> written, Language language, Opening opening) {
        PrintWriter people = outputs.json.people(spec);
        boolean colour = !outputs.json.toStandardOutput() && ProgressBar.isTerminal();
        people.print(AuditOutputs.summary(audit, language, colour));
        written.forEach(path -> people.println(language.say("cli.written", path.toString())));
        if (opening.workspace().temporary()) {
            people.println(language.say("cli.keep", keepCommand(opening.messages())));
        }
        people.flush();
    }

    /// The command that would keep everything; a long list of files of one folder is said as the folder's.
    private String keepCommand(Messages messages) {
        Set<Path> folders = files.stream()
                .map(file -> file.resolveSibling("*"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Collection<Path> named = files.size() > 3 && folders.size() == 1 ? folders : files;
        String paths = named.stream().map(Path::toString).collect(Collectors.joining(" "));
        return "filon audit " + paths + " --workspace " + messages.say("cli.example_folder");
    }
}
