package io.filon.rule;

import io.filon.text.Formats;
import io.filon.text.Messages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// A rule as a marketer would say it, in Spanish or English: *Clientes que tienen al menos 2 pedidos en los últimos 12
/// meses y están en el 10 % con mayor contribución.*
///
/// Every condition is a verb phrase, so negation and lists read naturally; `not` of a group is said of its parts,
/// which in two-valued logic is the same. Constants are written in full, never rounded.
public final class Sentence {

    private final Messages messages;
    private final Formats formats;

    private Sentence(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /// @return one sentence with its full stop
    public static String of(CheckedRule rule, Messages messages, Formats formats) {
        if (rule.resolved() instanceof Resolved.Everyone) {
            return messages.say("rule.all_customers");
        }
        return messages.say("rule.customers_who", new Sentence(messages, formats).clause(rule.resolved(), false, 0));
    }

    /// A condition, or its negation.
    private record Part(Resolved rule, boolean negated) {}

    private String clause(Resolved rule, boolean negated, int depth) {
        return switch (rule) {
            case Resolved.Not(Resolved inner) -> clause(inner, !negated, depth);
            case Resolved.All all -> group(parts(new Part(all, negated), !negated), !negated, depth);
            case Resolved.Any any -> group(parts(new Part(any, negated), negated), negated, depth);
            case Resolved.Everyone() -> messages.say(negated ? "rule.no_customers" : "rule.any_customer");
            case Resolved.Known(Fact fact) -> have(messages.say("rule.known", name(fact)), negated);
            case Resolved.Compare compare -> compare(compare, negated);
            case Resolved.Between(Fact fact, Object low, Object high) ->
                have(phrase(fact, "between", value(fact, low), value(fact, high)), negated);
            case Resolved.In in -> in(in, negated, depth);
            case Resolved.Top top -> are(top(top), negated);
        };
    }

    /// The parts of a group and of the groups inside it that are joined by the same word.
    private static List<Part> parts(Part part, boolean and) {
        return switch (part.rule) {
            case Resolved.Not(Resolved inner) -> parts(new Part(inner, !part.negated), and);
            case Resolved.All(List<Resolved> rules)
            when and != part.negated || rules.size() == 1 -> each(rules, part.negated, and);
            case Resolved.Any(List<Resolved> rules)
            when and == part.negated || rules.size() == 1 -> each(rules, part.negated, and);
            case Resolved.All _, Resolved.Any _ -> List.of(part);
            case Resolved.Everyone _, Resolved.Known _, Resolved.Compare _ -> List.of(part);
            case Resolved.Between _, Resolved.In _, Resolved.Top _ -> List.of(part);
        };
    }

    private static List<Part> each(List<Resolved> rules, boolean negated, boolean and) {
        return rules.stream()
                .flatMap(rule -> parts(new Part(rule, negated), and).stream())
                .toList();
    }

    /// Groups inside a group are set off by semicolons; deeper ones by parentheses.
    private String group(List<Part> parts, boolean and, int depth) {
        if (parts.size() == 1) {
            return clause(parts.getFirst().rule, parts.getFirst().negated, depth);
        }
        List<String> clauses = parts.stream()
                .map(part -> clause(part.rule, part.negated, depth + 1))
                .toList();
        boolean nested = depth == 0 && parts.stream().anyMatch(Sentence::isGroup);
        String joined = joined(clauses, and ? "and" : "or", nested);
        return depth > 1 ? "(%s)".formatted(joined) : joined;
    }

    private static boolean isGroup(Part part) {
        return part.rule instanceof Resolved.All || part.rule instanceof Resolved.Any;
    }

    private String joined(List<String> items, String word, boolean nested) {
        if (items.size() == 1) {
            return items.getFirst();
        }
        String first = String.join(nested ? "; " : ", ", items.subList(0, items.size() - 1));
        return messages.say("rule." + word + (nested ? ".strong" : ""), first, items.getLast());
    }

    private String compare(Resolved.Compare compare, boolean negated) {
        Fact fact = compare.fact();
        String operator = compare.operator().name().toLowerCase(Locale.ROOT);
        if (fact.type() != FactType.FLAG) {
            return have(phrase(fact, operator, value(fact, compare.value()), ""), negated);
        }
        boolean claimed = compare.value().equals(compare.operator() == Operator.IS);
        String said = flag(fact, claimed != negated);
        return negated ? messages.say("rule.or_unknown", said) : said;
    }

    private String in(Resolved.In in, boolean negated, int depth) {
        Fact fact = in.fact();
        if (fact.type() == FactType.FLAG) {
            List<Resolved> each = in.values().stream()
                    .<Resolved>map(value -> new Resolved.Compare(fact, Operator.IS, value))
                    .toList();
            return clause(new Resolved.Any(each), negated, depth);
        }
        List<String> values =
                in.values().stream().map(value -> value(fact, value)).toList();
        return have(phrase(fact, "in", joined(values, "or", false), ""), negated);
    }

    private String top(Resolved.Top top) {
        String said = messages.say("rule.%s.top".formatted(kind(top.fact())), name(top.fact()), percent(top.share()));
        return top.among() instanceof Resolved.Everyone
                ? said
                : messages.say("rule.among", said, clause(top.among(), false, 1));
    }

    private String have(String what, boolean negated) {
        return messages.say(negated ? "rule.have_not" : "rule.have", what);
    }

    private String are(String what, boolean negated) {
        return messages.say(negated ? "rule.are_not" : "rule.are", what);
    }

    private String flag(Fact fact, boolean claimed) {
        String key = "fact.%s.%s".formatted(fact.name(), claimed);
        return messages.has(key) ? messages.say(key) : messages.say("rule.flag." + claimed, name(fact));
    }

    /// What follows *have*: the fact with its comparison.
    private String phrase(Fact fact, String comparison, String first, String second) {
        String one = "fact.%s.one".formatted(fact.name());
        String name = first.equals("1") && second.isEmpty() && messages.has(one) ? messages.say(one) : name(fact);
        return messages.say("rule.%s.%s".formatted(kind(fact), comparison), name, first, second);
    }

    private String name(Fact fact) {
        String key = "fact." + fact.name();
        return messages.has(key) ? messages.say(key) : fact.name().replace('_', ' ');
    }

    /// Facts of one kind are said alike.
    private static String kind(Fact fact) {
        return switch (fact.type()) {
            case NUMBER, MONEY, SHARE -> "amount";
            case COUNT, DAYS -> "quantity";
            case TEXT, FLAG -> "text";
            case DATE -> "date";
        };
    }

    private String value(Fact fact, Object value) {
        return switch (fact.type()) {
            case MONEY -> money((BigDecimal) value);
            case COUNT -> formats.count(((BigDecimal) value).longValueExact());
            case SHARE -> percent(BigDecimal.valueOf((double) value));
            case NUMBER, DAYS -> formats.number((double) value, 9);
            case DATE -> formats.date((LocalDate) value);
            case TEXT, FLAG -> messages.say("rule.quoted", value);
        };
    }

    /// Cents only when there are any.
    private String money(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0 ? formats.money(amount) : formats.exactMoney(amount);
    }

    private String percent(BigDecimal share) {
        BigDecimal percent = share.movePointRight(2).stripTrailingZeros();
        return percent.scale() <= 0
                ? formats.share(share.doubleValue())
                : messages.say("rule.percent", formats.number(percent.doubleValue(), 9));
    }
}
