package io.filon.cli.fit;

import io.filon.cli.Output;
import io.filon.cli.open.Exports;
import io.filon.cli.open.JsonOutput;
import io.filon.cli.open.Opening;
import io.filon.priority.Priorities;
import io.filon.problem.FilonException;
import io.filon.report.Language;
import io.filon.report.priority.ContactList;
import io.filon.report.priority.Priority;
import io.filon.report.priority.PriorityAssembly;
import io.filon.report.priority.PriorityText;
import io.filon.workspace.Settings;
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
import picocli.CommandLine.Spec;

/// `filon priorities FILES… --budget 10000`: whom to serve first, and where a budget earns most.
@Command(name = "priorities", mixinStandardHelpOptions = true)
public final class PrioritiesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Option(names = "--budget", paramLabel = "MONEY", descriptionKey = "filon.priorities.budget")
    @Nullable
    String budget;

    @Option(names = "--days", paramLabel = "N", descriptionKey = "filon.priorities.days")
    @Nullable
    Integer days;

    @Option(names = "--prior-contacts", paramLabel = "N", descriptionKey = "filon.priorities.prior-contacts")
    @Nullable
    Integer priorContacts;

    @Option(names = "--control-share", paramLabel = "SHARE", descriptionKey = "filon.priorities.control-share")
    @Nullable
    Double controlShare;

    @Option(names = "--contact-cost", paramLabel = "SEGMENT=MONEY", descriptionKey = "filon.priorities.contact-cost")
    List<String> contactCosts = new ArrayList<>();

    @Option(names = "--fixed-cost", paramLabel = "SEGMENT=MONEY", descriptionKey = "filon.priorities.fixed-cost")
    List<String> fixedCosts = new ArrayList<>();

    @Option(names = "--contacts", paramLabel = "FILE", descriptionKey = "filon.priorities.contacts")
    @Nullable
    Path contacts;

    @Mixin
    Exports exports = new Exports();

    @Mixin
    JsonOutput json = new JsonOutput();

    @Override
    public Integer call() {
        asked(Settings.Priorities.USUAL); // what is wrong with the options is told before any work
        return exports.open(spec, opening -> {
            Settings.Priorities asked = asked(opening.settings().priorities());
            Priorities found =
                    opening.loop().priorities(asked, opening.messages().locale());
            checkNamed(found);
            opening.screen().clear();
            show(found, opening);
            opening.keep();
        });
    }

    private void show(Priorities found, Opening opening) {
        Language language = opening.language();
        Priority priority = PriorityAssembly.of(found);
        Path[] written = contacts == null ? new Path[0] : new Path[] {contacts};
        if (contacts != null) {
            Output.write(
                    contacts,
                    new ContactList(language)
                            .write(found.plan(), priority, opening.loop().store()));
        }
        json.show(spec, language, priority, new PriorityText(language).write(priority), exports.quiet(), written);
    }

    /// @param usual where no option says otherwise
    private Settings.Priorities asked(Settings.Priorities usual) {
        return new Settings.Priorities(
                money(usual),
                days == null ? usual.answerDays() : between(days, 1, 365, "--days", "14"),
                priorContacts == null
                        ? usual.priorContacts()
                        : between(priorContacts, 1, Integer.MAX_VALUE, "--prior-contacts", "200"),
                controlShare == null ? usual.controlShare() : share(controlShare),
                together(usual.contactCosts(), amounts(contactCosts, "--contact-cost")),
                together(usual.fixedCosts(), amounts(fixedCosts, "--fixed-cost")));
    }

    private @Nullable Double money(Settings.Priorities usual) {
        if (budget == null) {
            return usual.budget();
        }
        return amount(budget, "--budget", "10000");
    }

    private static int between(int number, int low, int high, String option, String example) {
        if (number < low || number > high) {
            throw new FilonException("priority.bad_number", String.valueOf(number), option, example);
        }
        return number;
    }

    private static double share(double share) {
        if (!(share >= 0 && share <= 0.9)) {
            throw new FilonException("priority.bad_number", String.valueOf(share), "--control-share", "0.1");
        }
        return share;
    }

    private static Map<String, Double> together(Map<String, Double> usual, Map<String, Double> said) {
        Map<String, Double> all = new LinkedHashMap<>(usual);
        all.putAll(said);
        return all;
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
