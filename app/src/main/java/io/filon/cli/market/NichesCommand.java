package io.filon.cli.market;

import io.filon.Loop;
import io.filon.cli.Failures;
import io.filon.cli.Interruption;
import io.filon.cli.Output;
import io.filon.cli.Screen;
import io.filon.cli.WorkspaceOptions;
import io.filon.niche.Niches;
import io.filon.report.JsonReport;
import io.filon.report.Language;
import io.filon.report.niche.NicheReport;
import io.filon.report.niche.NicheText;
import io.filon.text.Messages;
import io.filon.workspace.Run;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon niches`: which niche to take first, how sure that is, and which comes after.
@Command(name = "niches", mixinStandardHelpOptions = true)
public final class NichesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", descriptionKey = "filon.niches.FILES")
    List<Path> files = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "filon.niches.seed")
    long seed = 1;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "filon.niches.json")
    @Nullable
    Path json;

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Override
    public Integer call() {
        boolean toStandardOutput = json != null && json.toString().equals("-");
        if (json != null && !toStandardOutput) {
            Output.check(json);
        }
        try (Workspace workspace = options.workspace()) {
            Settings settings = workspace.settings();
            Messages messages = Messages.of(options.language(workspace, settings));
            Screen screen = new Screen(spec.commandLine().getErr(), messages, options);
            try (Run run = Run.begin(workspace, options.limits(settings));
                    Interruption _ = new Interruption(run::cancel)) {
                Loop loop = new Loop(run, workspace, settings, screen.progress());
                if (!screen.agrees(loop.understand(files, List.of()))) {
                    return Failures.USERS_INPUT;
                }
                Niches found = loop.niches(seed);
                Language language = Language.of(messages.locale(), loop.currency());
                if (!workspace.temporary()) {
                    loop.commit();
                }
                screen.clear();
                show(NicheReport.of(found, messages.locale()), language, toStandardOutput);
                return 0;
            }
        }
    }

    private void show(NicheReport report, Language language, boolean toStandardOutput) {
        PrintWriter out = spec.commandLine().getOut();
        String document = new JsonReport(language).write(report);
        if (toStandardOutput) {
            out.print(document);
        } else if (json != null) {
            Output.write(json, document);
        }
        PrintWriter people = toStandardOutput ? spec.commandLine().getErr() : out;
        if (!options.quiet) {
            people.print(new NicheText(language).write(report));
            if (json != null && !toStandardOutput) {
                people.println(language.say("cli.written", json.toString()));
            }
        }
        out.flush();
        people.flush();
    }
}
