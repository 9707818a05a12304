package io.filon.cli.fit;

import io.filon.Loop;
import io.filon.cli.Failures;
import io.filon.cli.Interruption;
import io.filon.cli.Output;
import io.filon.cli.Screen;
import io.filon.cli.WorkspaceOptions;
import io.filon.priority.Asked;
import io.filon.priority.Priorities;
import io.filon.problem.FilonException;
import io.filon.report.JsonReport;
import io.filon.report.Language;
import io.filon.report.priority.ContactList;
import io.filon.report.priority.Priority;
import io.filon.report.priority.PriorityAssembly;
import io.filon.report.priority.PriorityText;
import io.filon.text.Messages;
import io.filon.workspace.Run;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `filon priorities FILES… --budget 10000`: whom to serve first, and where a budget earns most.
@Command(name = "priorities", mixinStandardHelpOptions = true)
public final class PrioritiesCommand implements Callable<Integer> {

    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Parameters(paramLabel = "FILES", arity = "0..*", descriptionKey = "filon.value.FILES")
    List<Path> files = new ArrayList<>();

    @Option(names = "--map", paramLabel = "FILE:COLUMN=ROLE", descriptionKey = "filon.value.map")
    List<String> corrections = new ArrayList<>();

    @Option(names = "--budget", paramLabel = "MONEY", descriptionKey = "filon.priorities.budget")
    @Nullable
    String budget;

    @Option(names = "--days", paramLabel = "N", descriptionKey = "filon.priorities.days")
    int days = Asked.usual().answerDays();

    @Option(names = "--prior-contacts", paramLabel = "N", descriptionKey = "filon.priorities.prior-contacts")
    int priorContacts = Asked.usual().priorContacts();

    @Option(names = "--control-share", paramLabel = "SHARE", descriptionKey = "filon.priorities.control-share")
    double controlShare = Asked.usual().controlShare();

    @Option(names = "--contact-cost", paramLabel = "SEGMENT=MONEY", descriptionKey = "filon.priorities.contact-cost")
    List<String> contactCosts = new ArrayList<>();

    @Option(names = "--fixed-cost", paramLabel = "SEGMENT=MONEY", descriptionKey = "filon.priorities.fixed-cost")
    List<String> fixedCosts = new ArrayList<>();

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "filon.audit.json")
    @Nullable
    Path json;

    @Option(names = "--contacts", paramLabel = "FILE", descriptionKey = "filon.priorities.contacts")
    @Nullable
    Path contacts;

    @Mixin
    WorkspaceOptions options = new WorkspaceOptions();

    @Override
    public Integer call() {
        Asked asked = asked();
        Stream.of(json, contacts)
                .filter(file -> file != null && !file.equals(STANDARD_OUTPUT))
                .forEach(Output::check);
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
                Priorities found = loop.priorities(asked, messages.locale());
                checkNamed(found);
                show(found, loop, Language.of(messages.locale(), loop.currency()), screen);
                if (!workspace.temporary()) {
                    loop.commit();
                }
                return 0;
            }
        }
    }

    private void show(Priorities found, Loop loop, Language language, Screen screen) {
        Priority priority = PriorityAssembly.of(found);
        screen.clear();
        boolean jsonOut = STANDARD_OUTPUT.equals(json);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter summary = jsonOut ? spec.commandLine().getErr() : out;
        List<Path> written = new ArrayList<>();
        if (json != null) {
            String text = new JsonReport(language).write(priority);
            if (jsonOut) {
                out.print(text);
            } else {
                Output.write(json, text);
                written.add(json);
            }
        }
        if (contacts != null) {
            Output.write(contacts, new ContactList(language).write(found.plan(), priority, loop.store()));
            written.add(contacts);
        }
        if (!options.quiet) {
            summary.print(new PriorityText(language).write(priority));
            written.forEach(file -> summary.println(language.say("cli.written", file.toString())));
        }
        out.flush();
        summary.flush();
    }

    private Asked asked() {
        if (days < 1 || days > 365) {
            throw new FilonException("priority.bad_number", String.valueOf(days), "--days", "14");
        }
        if (priorContacts < 1) {
            throw new FilonException("priority.bad_number", String.valueOf(priorContacts), "--prior-contacts", "200");
        }
        if (!(controlShare >= 0 && controlShare <= 0.9)) {
            throw new FilonException("priority.bad_number", String.valueOf(controlShare), "--control-share", "0.1");
        }
        return new Asked(
                budget == null ? Double.POSITIVE_INFINITY : amount(budget, "--budget", "10000"),
                days,
                priorContacts,
                controlShare,
                amounts(contactCosts, "--contact-cost"),
                amounts(fixedCosts, "--fixed-cost"));
    }

    private static Map<String, Double> amounts(List<String> said, String option) {
        Map<String, Double> amounts = new LinkedHashMap<>();
        for (String one : said) {
            int equals = one.lastIndexOf('=');
            if (equals <= 0) {
                throw new FilonException("priority.bad_number", one, option, "active_vip=0.5");
            }
            amounts.put(one.substring(0, equals), amount(one.substring(equals + 1), option, "active_vip=0.5"));
        }
        return amounts;
    }

    private static double amount(String text, String option, String example) {
        try {
            double amount = Double.parseDouble(text);
            if (amount >= 0 && Double.isFinite(amount) && !(option.equals("--contact-cost") && amount == 0)) {
                return amount;
            }
        } catch (NumberFormatException notANumber) {
            throw new FilonException("priority.bad_number", text, option, example);
        }
        throw new FilonException("priority.bad_number", text, option, example);
    }

    /// A cost for a segment that shares nothing would be lost without a word.
    private static void checkNamed(Priorities found) {
        List<String> known = found.rows().stream().map(row -> row.segment()).toList();
        Stream.concat(found.asked().contactCosts().keySet().stream(), found.asked().fixedCosts().keySet().stream())
                .filter(named -> !known.contains(named))
                .sorted()
                .findFirst()
                .ifPresent(named -> {
                    throw new FilonException(
                            "priority.bad_segment", named, known.stream().collect(Collectors.joining(", ")));
                });
    }
}
