package io.filon.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// One sentence still without a language: a key of the message bundle and the values that fill it.
///
/// @param values fill `{0}`, `{1}`… each written as the reader's region does
public record Phrase(String key, List<Value> values) {

    /// What a sentence can hold.
    public sealed interface Value {
        record Money(BigDecimal amount) implements Value {}

        /// @param share 0..1
        record Share(double share) implements Value {}

        record Count(long count) implements Value {}

        record Decimal(double number, int decimals) implements Value {}

        record Day(LocalDate day) implements Value {}

        /// A name from the user's files, shown as it is.
        record Name(String text) implements Value {}

        /// A word of ours, looked up in the bundle.
        record Word(String key) implements Value {}

        /// Another sentence, or a part of one.
        record Said(Phrase phrase) implements Value {}
    }

    public Phrase {
        values = List.copyOf(values);
    }

    public static Phrase of(String key, Value... values) {
        return new Phrase(key, List.of(values));
    }

    /// The sentence in the reader's language.
    ///
    /// In the bundle's pattern every value is already text, except counts, which stay numbers so that
    /// `{0,choice,1#cliente|1<clientes}` can agree with them.
    public String in(Messages messages, Formats formats) {
        return messages.say(
                key,
                values.stream().map(value -> written(value, messages, formats)).toArray());
    }

    private static Object written(Value value, Messages messages, Formats formats) {
        return switch (value) {
            case Value.Money(BigDecimal amount) -> formats.money(amount);
            case Value.Share(double share) -> formats.share(share);
            case Value.Count(long count) -> count;
            case Value.Decimal(double number, int decimals) -> formats.number(number, decimals);
            case Value.Day(LocalDate day) -> formats.date(day);
            case Value.Name(String text) -> text;
            case Value.Word(String word) -> messages.say(word);
            case Value.Said(Phrase phrase) -> phrase.in(messages, formats);
        };
    }
}
