package io.filon.cli.message;

import io.filon.cli.Output;
import io.filon.message.check.Checker;
import io.filon.message.draft.Draft;
import io.filon.message.draft.Variant;
import io.filon.message.service.Rephrasing;
import io.filon.message.service.TextService;
import io.filon.problem.Problem;
import io.filon.report.JsonReport;
import io.filon.report.Language;
import io.filon.report.message.Proposal;
import io.filon.report.message.ProposalText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// Where a proposition or a judged text goes: the terminal, a JSON file, the drafts' folder.
final class ProposeOutputs {

    private final CommandSpec spec;
    private final boolean quiet;
    private final @Nullable Path json;
    private final Language language;
    private final List<String> notes = new ArrayList<>();

    ProposeOutputs(CommandSpec spec, boolean quiet, @Nullable Path json, Language language) {
        this.spec = spec;
        this.quiet = quiet;
        this.json = json;
        this.language = language;
    }

    /// The draft with the service's words where they passed; what became of each message is shown after it.
    Draft rephrased(Draft draft, Checker checker, TextService service) {
        Locale spoken = draft.register().locale(language.locale());
        Language said = Language.of(spoken, language.formats().currency());
        List<Variant> variants = new ArrayList<>();
        for (Rephrasing.Tried tried :
                new Rephrasing(service, checker, spoken, evidence -> said.say(evidence.says())).of(draft)) {
            variants.add(tried.variant());
            String why = Stream.concat(
                            tried.refusals().stream().map(refusal -> language.say(refusal.says())),
                            tried.problems().stream().map(problem -> in(problem)))
                    .collect(Collectors.joining(" "));
            notes.add(
                    tried.replaced()
                            ? language.say("message.service.replaced", variants.size())
                            : language.say("message.service.kept", variants.size(), why));
        }
        return draft.with(variants);
    }

    private String in(Problem problem) {
        return problem.in(language.messages());
    }

    void show(Proposal proposal, @Nullable Path saved) {
        StringBuilder text = new StringBuilder(new ProposalText(language).write(proposal));
        notes.forEach(note -> text.append(note).append('\n'));
        if (saved != null) {
            Output.write(saved, text.toString());
            text.append(language.say("cli.written", saved.toString())).append('\n');
        }
        print(proposal, text.toString());
    }

    /// @return whether the text is refused
    boolean show(Proposal.Judged judged) {
        print(judged, new ProposalText(language).write(judged));
        return judged.refused();
    }

    private void print(Record document, String text) {
        PrintWriter out = spec.commandLine().getOut();
        boolean toStandardOutput = json != null && json.toString().equals("-");
        PrintWriter people = toStandardOutput ? spec.commandLine().getErr() : out;
        if (json != null) {
            String written = new JsonReport(language).write(document);
            if (toStandardOutput) {
                out.print(written);
            } else {
                Output.write(json, written);
            }
        }
        if (!quiet) {
            people.print(text);
            if (json != null && !toStandardOutput) {
                people.println(language.say("cli.written", json.toString()));
            }
        }
        out.flush();
        people.flush();
    }
}
