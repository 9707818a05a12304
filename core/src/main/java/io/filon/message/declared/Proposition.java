package io.filon.message.declared;

import io.filon.message.evidence.Figure.Better;
import io.filon.message.evidence.Figure.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the company declares of what it says to a segment: `propositions/*.yaml`.
///
/// @param segment      whom it is for: a segment's key, name or file
/// @param register     how they are addressed; null: as the reader's language
/// @param capabilities what the company can do, by a short name
/// @param alternatives what the customer could choose instead
/// @param facts        numbers that no file tells, each with its source, by a short name
/// @param offer        what is offered; null when nothing is
/// @param texts        of the company's own, to be judged
public record Proposition(
        String segment,
        @Nullable Register register,
        Map<String, Capability> capabilities,
        List<Alternative> alternatives,
        Map<String, Fact> facts,
        @Nullable Offer offer,
        List<Text> texts) {

    public Proposition {
        capabilities = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(capabilities));
        alternatives = List.copyOf(alternatives);
        facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        texts = List.copyOf(texts);
    }

    /// For a segment of which nothing is declared.
    public static Proposition none(String segment) {
        return new Proposition(segment, null, Map.of(), List.of(), Map.of(), null, List.of());
    }

    /// @param text   as it goes on after "con": "afilado en nuestro propio taller"
    /// @param textEn the same in English; empty: the Spanish words
    /// @param source who says so, or where it can be seen
    public record Capability(String text, String textEn, String source) {

        public String in(Register register) {
            return register == Register.EN && !textEn.isEmpty() ? textEn : text;
        }
    }

    /// @param has    capabilities it has too
    /// @param lacks  capabilities it does not have; what stands in neither is not known
    /// @param source where that was seen
    public record Alternative(String name, List<String> has, List<String> lacks, String source) {

        public Alternative {
            has = List.copyOf(has);
            lacks = List.copyOf(lacks);
        }
    }

    /// @param low,high where nothing is said, `value`
    /// @param text    with `{value}` where the number goes: "{value} menos en el recibo"
    public record Fact(
            double value,
            double low,
            double high,
            Unit unit,
            Better better,
            String text,
            String textEn,
            String source) {

        public String in(Register register) {
            return register == Register.EN && !textEn.isEmpty() ? textEn : text;
        }
    }

    /// @param discount     0..1 of an order's price; null for none
    /// @param freeShipping whether sending is no longer charged for
    /// @param price        of what is offered, taxes included as in the files; null where the offer is on a usual
    ///     order
    /// @param cost         to the company: of what is sold at `price`, else what an order costs it more
    /// @param minimumNet   what an order must leave; 0 where nothing is said: never under cost
    public record Offer(
            String text,
            String textEn,
            @Nullable Double discount,
            boolean freeShipping,
            @Nullable Double price,
            double cost,
            double minimumNet) {

        public String in(Register register) {
            return register == Register.EN && !textEn.isEmpty() ? textEn : text;
        }
    }

    /// A text of the company's own.
    public record Text(Register register, String headline, String body) {}
}
