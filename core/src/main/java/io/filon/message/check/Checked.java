package io.filon.message.check;

import io.filon.text.Phrase;
import java.util.List;

/// What came out of judging a text.
///
/// @param refusals why it must not go out; empty when it may
/// @param tests    relevance, value, differentiation, in this order
/// @param numbers  those with data behind them
public record Checked(List<Refusal> refusals, List<Test> tests, List<Backed> numbers) {

    public enum Kind {
        NUMBER_WITHOUT_DATA,
        NUMBER_TOO_STRONG,
        NOT_UNIQUE,
        SUPERLATIVE,
        PERSONAL_DATA,
        OFFER_UNDER_COST,
        OFFER_NOT_DECLARED
    }

    /// @param quote as the text has it; personal data is not repeated
    public record Refusal(Kind kind, String quote, Phrase says) {}

    public enum Part {
        RELEVANCE,
        VALUE,
        DIFFERENCE
    }

    public enum Grade {
        PASSES,
        PARTLY,
        FAILS,
        /// The data, or what is declared, do not say what would pass.
        NOT_KNOWN
    }

    public record Test(Part part, Grade grade, Phrase says) {}

    /// @param evidence id of what stands behind it
    public record Backed(String quote, String evidence) {}

    public Checked {
        refusals = List.copyOf(refusals);
        tests = List.copyOf(tests);
        numbers = List.copyOf(numbers);
    }

    public boolean isRefused() {
        return !refusals.isEmpty();
    }

    public Grade grade(Part part) {
        return tests.stream()
                .filter(test -> test.part == part)
                .map(Test::grade)
                .findFirst()
                .orElse(Grade.NOT_KNOWN);
    }
}
