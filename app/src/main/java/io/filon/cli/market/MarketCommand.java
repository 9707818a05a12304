package io.filon.cli.market;

import io.filon.Loop;
import io.filon.cli.Failures;
import io.filon.cli.Interruption;
import io.filon.cli.Output;
import io.filon.cli.Screen;
import io.filon.cli.WorkspaceOptions;
import io.filon.market.Found;
import io.filon.market.Market;
import io.filon.problem.FilonException;
import io.filon.report.JsonReport;
import io.filon.report.Language;
import io.filon.report.market.MarketReport;
import io.filon.report.market.MarketText;
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

/// `filon market`: how big the market of `market.yaml` is, and what of it can be won.
@Command(name = "market", mixinStandardHelpOptions = true)
public final class MarketCommand implements Callable<Integer> {

    private static final int FEWEST_DRAWS = 100;
    private static final int MOST_DRAWS = 1_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", descriptionKey = "filon.market.FILES")
    List<Path> files = new ArrayList<>();

    @Option(names = "--draws", paramLabel = "N", descriptionKey = "filon.market.draws")
    int draws = Market.DRAWS;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "filon.market.seed")
    long seed = 1;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "filon.market.json")
    @Nullable
    Path json;

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Override
    public Integer call() {
        if (draws < FEWEST_DRAWS || draws > MOST_DRAWS) {
            throw new FilonException("market.draws", Integer.toString(draws));
        }
        boolean toStandardOutput = json != null && json.toString().equals("-");
        if (json != null && !toStandardOutput) {
            Output.check(json);
        }
        try (Workspace workspace = options.lastingWorkspace()) {
            Settings settings = workspace.settings();
            Messages messages = Messages.of(options.language(workspace, settings));
            Screen screen = new Screen(spec.commandLine().getErr(), messages, options);
            try (Run run = Run.begin(workspace, options.limits(settings));
                    Interruption _ = new Interruption(run::cancel)) {
                Loop loop = new Loop(run, workspace, settings, screen.progress());
                if (!screen.agrees(loop.understand(files, List.of()))) {
                    return Failures.USERS_INPUT;
                }
                Found found = loop.market(draws, seed);
                Language language = Language.of(messages.locale(), loop.currency());
                loop.commit();
                screen.clear();
                show(MarketReport.of(found), language, toStandardOutput);
                return 0;
            }
        }
    }

    private void show(MarketReport report, Language language, boolean toStandardOutput) {
        PrintWriter out = spec.commandLine().getOut();
        String document = new JsonReport(language).write(report);
        if (toStandardOutput) {
            out.print(document);
        } else if (json != null) {
            Output.write(json, document);
        }
        PrintWriter people = toStandardOutput ? spec.commandLine().getErr() : out;
        if (!options.quiet) {
            people.print(new MarketText(language).write(report));
            if (json != null && !toStandardOutput) {
                people.println(language.say("cli.written", json.toString()));
            }
        }
        out.flush();
        people.flush();
    }
}
