package io.filon.message.service;

import io.filon.message.check.Checked;
import io.filon.message.check.Checker;
import io.filon.message.draft.Draft;
import io.filon.message.draft.Variant;
import io.filon.message.evidence.Evidence;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Has a service say the variants of a draft in other words. What comes back is judged as any text; a draft stays where
/// its other wording is refused or the service does not answer.
public final class Rephrasing {

    private final TextService service;
    private final Checker checker;
    private final Locale language;
    private final Function<Evidence, String> says;

    /// What became of one variant.
    ///
    /// @param variant  as it may go out
    /// @param replaced whether it is the service's
    /// @param refusals why the other wording was refused
    /// @param problems why there was none
    public record Tried(Variant variant, boolean replaced, List<Checked.Refusal> refusals, List<Problem> problems) {
        public Tried {
            refusals = List.copyOf(refusals);
            problems = List.copyOf(problems);
        }
    }

    /// @param language of the text
    /// @param says     evidence in that language
    public Rephrasing(TextService service, Checker checker, Locale language, Function<Evidence, String> says) {
        this.service = service;
        this.checker = checker;
        this.language = language;
        this.says = evidence -> {
            String said = says.apply(evidence);
            return checker.holdsPersonalData(said) ? "" : said; // a source may be somebody's address
        };
    }

    /// Once the service fails it is not asked again.
    public List<Tried> of(Draft draft) {
        List<Tried> tried = new ArrayList<>();
        List<Problem> failed = List.of();
        for (Variant variant : draft.variants()) {
            if (!failed.isEmpty()) {
                tried.add(new Tried(variant, false, List.of(), failed));
                continue;
            }
            Checked own = checker.check(variant.text());
            if (own.isRefused()) { // what must not go out is not sent either
                tried.add(new Tried(variant, false, own.refusals(), List.of()));
                continue;
            }
            String answer;
            try {
                answer = service.answer(TextExchange.request(draft, variant, language, says));
            } catch (FilonException noAnswer) {
                failed = noAnswer.problems();
                tried.add(new Tried(variant, false, List.of(), failed));
                continue;
            }
            tried.add(judged(variant, answer));
        }
        return List.copyOf(tried);
    }

    private Tried judged(Variant variant, String text) {
        try {
            TextExchange.Answer answer = TextExchange.read(text);
            Variant other = variant.rephrased(answer.headline(), answer.body(), answer.offer());
            Checked checked = checker.check(other.text());
            return checked.isRefused()
                    ? new Tried(variant, false, checked.refusals(), List.of())
                    : new Tried(other, true, List.of(), List.of());
        } catch (FilonException unreadable) {
            return new Tried(variant, false, List.of(), unreadable.problems());
        }
    }
}
