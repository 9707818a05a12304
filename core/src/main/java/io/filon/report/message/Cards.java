package io.filon.report.message;

import io.filon.message.Audience;
import io.filon.message.Proposing;
import io.filon.message.Proposing.Outcome;
import io.filon.message.draft.Draft;
import io.filon.problem.Problem;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.ArrayList;
import java.util.List;

/// What could be said to the segments that matter most, as an audit shows it.
///
/// @param cards   those something can be said to
/// @param refused those the company declares a proposition for that must not go out
public record Cards(List<Proposal> cards, List<Refused> refused) {

    /// @param why in words
    public record Refused(String segment, String name, List<Why> why) {
        public Refused {
            why = List.copyOf(why);
        }
    }

    public record Why(Phrase says) {}

    public Cards {
        cards = List.copyOf(cards);
        refused = List.copyOf(refused);
    }

    /// Nothing is said of a segment that nobody declared and nothing can be told of.
    public static Cards of(Proposing proposing, List<Audience> audiences) {
        List<Proposal> cards = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Outcome outcome : proposing.drafts(audiences)) {
            Draft draft = outcome.draft();
            if (draft != null && !draft.variants().isEmpty()) {
                cards.add(Proposal.of(draft, proposing.checker(draft)));
            } else if (draft == null && outcome.audience().isDeclared()) {
                refused.add(new Refused(
                        outcome.audience().group().key(),
                        outcome.audience().group().name(),
                        outcome.problems().stream()
                                .map(problem -> new Why(phrase(problem)))
                                .toList()));
            }
        }
        return new Cards(cards, refused);
    }

    private static Phrase phrase(Problem problem) {
        return new Phrase(
                "problem." + problem.code(),
                problem.values().stream().map(Cards::value).toList());
    }

    private static Value value(Object value) {
        return value instanceof Number number ? new Value.Count(number.longValue()) : new Value.Name(value.toString());
    }

    public boolean none() {
        return cards.isEmpty() && refused.isEmpty();
    }
}
