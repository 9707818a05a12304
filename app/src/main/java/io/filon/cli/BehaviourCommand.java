package io.filon.cli;

import io.filon.Loop;
import io.filon.report.JsonReport;
import io.filon.report.Language;
import io.filon.report.section.Behaviour;
import io.filon.report.terminal.BehaviourText;
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

/// `filon behaviour FILES…`: what customers do, what sets purchases off and where visits stop. Parses, calls, prints.
@Command(name = "behaviour", mixinStandardHelpOptions = true)
final class BehaviourCommand implements Callable<Integer> {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", descriptionKey = "filon.behaviour.FILES")
    List<Path> files = new ArrayList<>();

    @Option(names = "--map", paramLabel = "FILE:COLUMN=ROLE", descriptionKey = "filon.audit.map")
    List<String> corrections = new ArrayList<>();

    @Option(names = "--segment", paramLabel = "NAME", descriptionKey = "filon.behaviour.segment")
    List<String> segments = new ArrayList<>();

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "filon.audit.json")
    @Nullable
    Path json;

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Override
    public Integer call() {
        if (json != null && !json.equals(STANDARD_OUTPUT)) {
            Output.check(json);
        }
        try (Workspace workspace = options.workspace()) {
            Settings settings = workspace.settings();
            Messages messages = Messages.of(options.language(workspace, settings));
            Screen screen = new Screen(spec.commandLine().getErr(), messages, options);
            try (Run run = Run.begin(workspace, options.limits(settings));
                    Interruption _ = new Interruption(run::cancel)) {
                Loop loop = new Loop(run, workspace, settings, screen.progress());
                if (!screen.agrees(loop.understand(files, corrections))) {
                    return Failures.USERS_INPUT;
                }
                Behaviour behaviour = loop.behaviour(segments);
                Language language = Language.of(messages.locale(), loop.currency());
                if (!workspace.temporary()) {
                    loop.commit();
                }
                screen.clear();
                print(behaviour, language);
                return 0;
            }
        }
    }

    private void print(Behaviour behaviour, Language language) {
        PrintWriter out = spec.commandLine().getOut();
        boolean jsonOut = STANDARD_OUTPUT.equals(json);
        PrintWriter summary = jsonOut ? spec.commandLine().getErr() : out;
        if (json != null) {
            String document = new JsonReport(language).write(behaviour);
            if (jsonOut) {
                out.print(document);
            } else {
                Output.write(json, document);
            }
        }
        if (!options.quiet) {
            summary.print(new BehaviourText(language).write(behaviour));
            if (json != null && !jsonOut) {
                summary.println(language.say("cli.written", json.toString()));
            }
        }
        out.flush();
        summary.flush();
    }
}
