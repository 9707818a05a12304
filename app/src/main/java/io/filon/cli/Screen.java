package io.filon.cli;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.progress.Progress;
import io.filon.text.Messages;
import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The person at the terminal, if there is one: sees progress, is shown what was understood, may say no.
public final class Screen {

    private final PrintWriter err;
    private final Messages messages;
    private final Progress progress;
    private final boolean asks;

    public Screen(PrintWriter err, Messages messages, WorkspaceOptions options) {
        this.err = err;
        this.messages = messages;
        boolean watched = ProgressBar.isTerminal() && !options.quiet;
        this.progress = ProgressBar.when(watched, err, messages);
        this.asks = watched && !options.yes;
    }

    public Progress progress() {
        return progress;
    }

    /// Takes the bar away, before something else is printed.
    public void clear() {
        if (progress instanceof ProgressBar bar) {
            bar.clear();
        }
    }

    /// Asks only a person, and only when a doubt may change the result.
    public boolean agrees(Plan plan) {
        List<Doubt> grave =
                plan.doubts().stream().filter(doubt -> doubt.severity() == 1).toList();
        if (!asks || grave.isEmpty()) {
            return true;
        }
        clear();
        show(plan);
        grave.forEach(doubt -> err.println(messages.say("cli.doubt", sentence(doubt))));
        Console console = System.console();
        String answer = console == null ? "" : console.readLine("%s", messages.say("cli.continue"));
        boolean agreed =
                answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("n");
        if (!agreed) {
            err.println(messages.say("cli.stopped"));
        }
        return agreed;
    }

    private String sentence(Doubt doubt) {
        return messages.say("doubt." + doubt.code(), doubt.values().toArray());
    }

    /// What each file was taken to be: the role of each column that serves, with examples.
    void show(Plan plan) {
        err.println(messages.say("cli.understood"));
        for (FilePlan file : plan.files()) {
            String kind = word("kind.", file.kind().name().toLowerCase(Locale.ROOT));
            err.println(messages.say(
                    "cli.understood_file", file.raw().file(), kind, file.raw().rows(), file.recipe()));
            file.columns().stream()
                    .filter(column -> column.role() != Role.IGNORED)
                    .map(column -> messages.say(
                            "cli.understood_column",
                            column.header(),
                            word("role.", column.role().word()),
                            column.examples().stream().collect(Collectors.joining(" · "))))
                    .forEach(err::println);
        }
        err.flush();
    }

    private String word(String family, String code) {
        return messages.has(family + code) ? messages.say(family + code) : code;
    }
}
