package io.filon.cli;

import io.filon.Loop;
import io.filon.discovery.confirm.Discovery;
import io.filon.discovery.confirm.Findings;
import io.filon.discovery.confirm.Guard;
import io.filon.discovery.confirm.Wanted;
import io.filon.discovery.table.CoversCsv;
import io.filon.discovery.table.FindingsJson;
import io.filon.discovery.table.FindingsText;
import io.filon.discovery.table.FlatTable;
import io.filon.discovery.table.TableOptions;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.report.HiddenGroups;
import io.filon.report.JsonReport;
import io.filon.report.Language;
import io.filon.report.Lists;
import io.filon.report.section.Hidden;
import io.filon.report.terminal.HiddenText;
import io.filon.store.DuckStore;
import io.filon.store.Store;
import io.filon.text.Messages;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon discover TABLE --target COLUMN`: the groups nobody thought of in one flat table; without a target, in a
/// company's exports or workspace. Parses, calls, prints.
@Command(name = "discover", mixinStandardHelpOptions = true)
final class DiscoverCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "TABLE", arity = "0..*", descriptionKey = "filon.discover.TABLE")
    List<Path> tables = new ArrayList<>();

    @Option(names = "--target", paramLabel = "COLUMN", descriptionKey = "filon.discover.target")
    String target = "";

    @Option(names = "--workspace", paramLabel = "DIR", descriptionKey = "option.workspace")
    @Nullable
    Path folder;

    @Option(names = "--id", paramLabel = "COLUMN", descriptionKey = "filon.discover.id")
    String id = "";

    @Option(names = "--positive", paramLabel = "VALUE", descriptionKey = "filon.discover.positive")
    String positive = "";

    @Option(names = "--low", descriptionKey = "filon.discover.low")
    boolean low;

    @Option(names = "--depth", paramLabel = "1..4", descriptionKey = "filon.discover.depth")
    int depth;

    @Option(names = "--top", paramLabel = "K", descriptionKey = "filon.discover.top")
    int top = 20;

    @Option(names = "--min-customers", paramLabel = "N", descriptionKey = "filon.discover.min-customers")
    int minCustomers;

    @Option(names = "--exclude", paramLabel = "COLUMNS", split = ",", descriptionKey = "filon.discover.exclude")
    List<String> exclude = new ArrayList<>();

    @Option(names = "--bins", paramLabel = "N", descriptionKey = "filon.discover.bins")
    int bins = 16;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "filon.discover.threads")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--plain", descriptionKey = "filon.discover.plain")
    boolean plain;

    @Option(names = "--rank", paramLabel = "size|gain", descriptionKey = "filon.discover.rank")
    String rank = "size";

    @Option(names = "--fdr", paramLabel = "bh|by", descriptionKey = "filon.discover.fdr")
    String guard = "bh";

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "filon.discover.seed")
    long seed = 1;

    @Option(names = "--covers", paramLabel = "FILE", descriptionKey = "filon.discover.covers")
    @Nullable
    Path covers;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "filon.discover.json")
    @Nullable
    Path json;

    @Option(names = "--lists", paramLabel = "DIR", descriptionKey = "filon.discover.lists")
    @Nullable
    Path lists;

    @Option(names = "--quiet", descriptionKey = "option.quiet")
    boolean quiet;

    @Option(names = "--lang", paramLabel = "LOCALE", descriptionKey = "option.lang")
    @Nullable
    String language;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        check();
        Locale locale = SpokenLanguage.of(language);
        Messages messages = Messages.of(locale);
        PrintWriter err = spec.commandLine().getErr();
        io.filon.progress.Progress progress = ProgressBar.when(!quiet && ProgressBar.isTerminal(), err, messages);
        Wanted wanted = new Wanted(
                low, depth, top, minCustomers, bins, threads, seed, Guard.valueOf(guard.toUpperCase(Locale.ROOT)));
        if (target.isEmpty()) {
            return wholeBase(wanted, messages, progress);
        }
        FlatTable flat = read(progress);
        Discovery discovery =
                new Discovery(flat.columns(), flat.target(), flat.keys(), flat.periods(), wanted, progress);
        Findings findings =
                !plain ? discovery.confirmed() : rank.equals("gain") ? discovery.gains() : discovery.plain();
        if (progress instanceof ProgressBar bar) {
            bar.clear();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String document = new FindingsJson(findings, flat, plain).print(flat.warnings(), messages, seconds);
        write(document, flat, findings);
        if (!quiet) {
            PrintWriter out = toStandardOutput() ? err : spec.commandLine().getOut();
            out.print(new FindingsText(flat, findings, messages).write());
            out.flush();
        }
        return 0;
    }

    /// A company's exports, or its workspace.
    private int wholeBase(Wanted wanted, Messages messages, io.filon.progress.Progress progress) {
        try (Workspace workspace = folder == null
                        ? Workspace.around(Path.of("")).orElseGet(Workspace::passing)
                        : Workspace.at(folder);
                Run run = Run.begin(workspace, new DuckStore.Limits("", threads));
                Interruption _ = new Interruption(run::cancel)) {
            Loop loop = new Loop(run, workspace, workspace.settings(), progress);
            loop.understand(tables, List.of());
            Hidden hidden = loop.discover(wanted);
            Language language = Language.of(messages.locale(), loop.currency());
            if (lists != null) {
                new Lists(language).write(lists, new HiddenGroups(loop.store()));
            }
            if (!workspace.temporary()) {
                loop.commit();
            }
            if (progress instanceof ProgressBar bar) {
                bar.clear();
            }
            String document = new JsonReport(language).write(hidden);
            if (toStandardOutput()) {
                spec.commandLine().getOut().print(document);
            } else if (json != null) {
                Output.write(json, document);
            }
            if (!quiet) {
                PrintWriter out = toStandardOutput()
                        ? spec.commandLine().getErr()
                        : spec.commandLine().getOut();
                out.print(new HiddenText(language).write(hidden));
                out.flush();
            }
            return 0;
        }
    }

    private boolean toStandardOutput() {
        return json != null && json.toString().equals("-");
    }

    /// Everything that can be wrong with the options, before any work.
    private void check() {
        if (target.isEmpty() && (plain || low || covers != null || !positive.isEmpty() || !id.isEmpty())) {
            throw new FilonException("discover.needs_target");
        }
        if (!target.isEmpty() && lists != null) {
            throw new FilonException("discover.lists_without_target");
        }
        if (!target.isEmpty() && tables.size() != 1) {
            throw new FilonException("discover.one_table", tables.size());
        }
        List<Problem> problems = Stream.of(
                        between("--depth", depth, depth == 0 ? 0 : 1, 4),
                        between("--top", top, 1, 100_000),
                        between("--min-customers", minCustomers, 0, Integer.MAX_VALUE),
                        between("--bins", bins, 2, 62),
                        oneOf("--rank", rank, List.of("size", "gain")),
                        oneOf("--fdr", guard, List.of("bh", "by")))
                .flatMap(Optional::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        if (!plain && !rank.equals("size")) {
            throw new FilonException("discover.needs_plain");
        }
    }

    private static Optional<Problem> between(String option, int value, int least, int most) {
        return value < least || value > most
                ? Optional.of(Problem.of("discover.option", option, String.valueOf(value), least, most))
                : Optional.empty();
    }

    private static Optional<Problem> oneOf(String option, String value, List<String> choices) {
        return choices.contains(value)
                ? Optional.empty()
                : Optional.of(Problem.of("discover.choice", option, value, String.join(", ", choices)));
    }

    private FlatTable read(io.filon.progress.Progress progress) {
        try (Workspace passing = Workspace.passing()) {
            Path scratch = Files.createDirectories(passing.folder().resolve("scratch"));
            try (Store store =
                    DuckStore.open(passing.folder().resolve("table.duckdb"), new DuckStore.Limits("", threads))) {
                return FlatTable.read(
                        store,
                        tables.getFirst(),
                        scratch,
                        new TableOptions(target, id, positive, exclude, plain),
                        progress);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder", e);
        }
    }

    private void write(String document, FlatTable flat, Findings findings) {
        if (toStandardOutput()) {
            spec.commandLine().getOut().println(document);
        } else if (json != null) {
            Output.write(json, document + "\n");
        }
        if (covers != null) {
            Output.write(covers, CoversCsv.print(flat.ids(), findings.findings()));
        }
    }
}
