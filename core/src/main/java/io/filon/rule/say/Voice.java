package io.filon.rule.say;

import io.filon.rule.FactType;
import io.filon.rule.check.CheckedRule;
import io.filon.text.Formats;
import io.filon.text.Messages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/// The words of one language, the numbers of one region, and the rule that is being said.
record Voice(CheckedRule checked, Messages messages, Formats formats) {

    String say(String key, Object... values) {
        return messages.say(key, values);
    }

    /// The first of the keys that the language has words for.
    String name(String fallback, String... keys) {
        for (String key : keys) {
            if (messages.has(key)) {
                return messages.say(key);
            }
        }
        return fallback;
    }

    /// `order_id` and `items.price` in people's words; as written where we have none.
    String property(String name) {
        String bare = name.startsWith("items.") ? name.substring("items.".length()) : name;
        return name(bare.replace('_', ' '), "property." + name, "property." + bare);
    }

    String fact(String name) {
        return name(name.replace('_', ' '), "fact." + name);
    }

    String event(String name, boolean one) {
        String key = "event." + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}0-9]+", "_");
        String suffix = one ? ".one" : "";
        return messages.has(key + suffix) ? say(key + suffix) : say("rule.event" + suffix, name);
    }

    String joined(List<String> items, String word) {
        return joined(items, word, false);
    }

    /// @param strong between parts that have commas of their own
    String joined(List<String> items, String word, boolean strong) {
        if (items.size() == 1) {
            return items.getFirst();
        }
        String first = String.join(strong ? "; " : ", ", items.subList(0, items.size() - 1));
        return say("rule." + word + (strong ? ".strong" : ""), first, items.getLast());
    }

    /// Without gaps for what there is nothing to say of.
    static String line(String... parts) {
        return String.join(
                " ",
                java.util.Arrays.stream(parts).filter(part -> !part.isEmpty()).toList());
    }

    String constant(FactType type, String text) {
        if (type == FactType.INSTANT) {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            return say(
                    "rule.instant",
                    formats.date(moment.toLocalDate()),
                    moment.toLocalTime().toString(),
                    moment.getOffset().getId());
        }
        boolean tooFine = type == FactType.MONEY && type.constant(text).isEmpty();
        return tooFine
                ? value(FactType.NUMBER, CheckedRule.constant(FactType.NUMBER, text))
                : value(type, CheckedRule.constant(type, text));
    }

    private String value(FactType type, Object value) {
        return switch (type) {
            case MONEY -> money((BigDecimal) value);
            case COUNT -> formats.count(((BigDecimal) value).longValueExact());
            case SHARE -> percent(BigDecimal.valueOf((double) value));
            case NUMBER, DAYS -> number((double) value);
            case DATE -> formats.date((LocalDate) value);
            case FLAG -> say((boolean) value ? "rule.yes" : "rule.no");
            case TEXT, INSTANT, LIST, PLACE -> say("rule.quoted", value);
        };
    }

    String number(double value) {
        return formats.number(value, 9);
    }

    /// Cents only when there are any.
    private String money(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0 ? formats.money(amount) : formats.exactMoney(amount);
    }

    String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
        return percent.scale() <= 0
                ? formats.share(share.doubleValue())
                : say("rule.percent", number(percent.doubleValue()));
    }
}
