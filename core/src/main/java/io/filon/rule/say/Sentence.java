package io.filon.rule.say;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.text.Formats;
import io.filon.text.Messages;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/// A rule as a marketer would say it, in Spanish or English: *Clientes que tienen al menos 2 pedidos en los
/// últimos 12
/// meses y están en el 10 % con mayor contribución.*
///
/// Every condition is a verb phrase, so negation and lists read naturally; `not` of a group is said of its parts,
/// which in two-valued logic is the same. Constants are written in full, never rounded.
public final class Sentence {

    private final CheckedRule checked;
    private final Messages messages;
    private final Formats formats;

    private Sentence(CheckedRule checked, Messages messages, Formats formats) {
        this.checked = checked;
        this.messages = messages;
        this.formats = formats;
    }

    /// @return one sentence with its full stop
    public static String of(CheckedRule rule, Messages messages, Formats formats) {
        if (rule.rule() instanceof Rule.Everyone) {
            return messages.say("rule.all_customers");
        }
        return messages.say("rule.customers_who", new Sentence(rule, messages, formats).clause(rule.rule(), false, 0));
    }

    /// A condition, or its negation.
    private record Part(Rule rule, boolean negated) {}

    private String clause(Rule rule, boolean negated, int depth) {
        return switch (rule) {
            case Rule.Not(Rule inner) -> clause(inner, !negated, depth);
            case Rule.All all -> group(parts(new Part(all, negated), !negated), !negated, depth);
            case Rule.Any any -> group(parts(new Part(any, negated), negated), negated, depth);
            case Rule.Everyone() -> messages.say(negated ? "rule.no_customers" : "rule.any_customer");
            case Rule.Named(String _, Rule inner) -> clause(inner, negated, depth);
            case Rule.ExactlyOne _, Rule.AtLeast _, Rule.PersonTime _ -> throw phase2(rule);
            case Condition.Has(Measure.Fact fact, Claim claim)
            when fact.isPlain() -> claim(fact(fact), claim, negated, depth);
            case Condition.Top top
            when top.measure() instanceof Measure.Fact fact && fact.isPlain() && top.side() == Condition.Side.HIGHEST ->
                are(top(fact(fact), top), negated);
            case Condition _ -> throw phase2(rule);
        };
    }

    private Fact fact(Measure.Fact fact) {
        return checked.catalogue().fact(fact.name()).orElseThrow();
    }

    private static IllegalStateException phase2(Object part) {
        return new IllegalStateException("phase 2: not yet in words: " + part);
    }

    private String claim(Fact fact, Claim claim, boolean negated, int depth) {
        return switch (claim) {
            case Claim.Known() -> have(messages.say("rule.known", name(fact)), negated);
            case Claim.Compare(Operator operator, Operand.Constant(String text)) ->
                compare(fact, operator, CheckedRule.constant(fact.type(), text), negated);
            case Claim.Between(String low, String high) ->
                have(phrase(fact, "between", written(fact, low), written(fact, high)), negated);
            case Claim.In(List<String> values) -> in(fact, values, negated, depth);
            case Claim.Compare _, Claim.Text _, Claim.Holds _, Claim.Size _, Claim.Near _, Claim.OfTime _ ->
                throw phase2(claim);
        };
    }

    private String written(Fact fact, String constant) {
        return value(fact, CheckedRule.constant(fact.type(), constant));
    }

    /// The parts of a group and of the groups inside it that are joined by the same word.
    private static List<Part> parts(Part part, boolean and) {
        return switch (part.rule) {
            case Rule.Not(Rule inner) -> parts(new Part(inner, !part.negated), and);
            case Rule.All(List<Rule> rules)
            when and != part.negated || rules.size() == 1 -> each(rules, part.negated, and);
            case Rule.Any(List<Rule> rules)
            when and == part.negated || rules.size() == 1 -> each(rules, part.negated, and);
            case Rule.All _, Rule.Any _ -> List.of(part);
            case Rule.Named(String _, Rule inner) -> parts(new Part(inner, part.negated), and);
            case Rule.Everyone _, Rule.ExactlyOne _, Rule.AtLeast _, Rule.PersonTime _ -> List.of(part);
            case Condition _ -> List.of(part);
        };
    }

    private static List<Part> each(List<Rule> rules, boolean negated, boolean and) {
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
        return part.rule instanceof Rule.All || part.rule instanceof Rule.Any;
    }

    private String joined(List<String> items, String word, boolean nested) {
        if (items.size() == 1) {
            return items.getFirst();
        }
        String first = String.join(nested ? "; " : ", ", items.subList(0, items.size() - 1));
        return messages.say("rule." + word + (nested ? ".strong" : ""), first, items.getLast());
    }

    private String compare(Fact fact, Operator operator, Object value, boolean negated) {
        if (fact.type() != FactType.FLAG) {
            return have(phrase(fact, operator.name().toLowerCase(Locale.ROOT), value(fact, value), ""), negated);
        }
        boolean claimed = value.equals(operator == Operator.IS);
        String said = flag(fact, claimed != negated);
        return negated ? messages.say("rule.or_unknown", said) : said;
    }

    private String in(Fact fact, List<String> constants, boolean negated, int depth) {
        if (fact.type() == FactType.FLAG) {
            List<Rule> each = constants.stream()
                    .<Rule>map(value -> new Condition.Has(
                            Measure.Fact.of(fact.name()), new Claim.Compare(Operator.IS, new Operand.Constant(value))))
                    .toList();
            return clause(new Rule.Any(each), negated, depth);
        }
        List<String> values =
                constants.stream().map(value -> written(fact, value)).toList();
        return have(phrase(fact, "in", joined(values, "or", false), ""), negated);
    }

    private String top(Fact fact, Condition.Top top) {
        String said = messages.say("rule.%s.top".formatted(kind(fact)), name(fact), percent(top.share()));
        return top.among() instanceof Rule.Everyone
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
            case TEXT, FLAG, LIST, PLACE -> "text";
            case DATE, INSTANT -> "date";
        };
    }

    private String value(Fact fact, Object value) {
        return switch (fact.type()) {
            case MONEY -> money((BigDecimal) value);
            case COUNT -> formats.count(((BigDecimal) value).longValueExact());
            case SHARE -> percent(BigDecimal.valueOf((double) value));
            case NUMBER, DAYS -> formats.number((double) value, 9);
            case DATE -> formats.date((LocalDate) value);
            case TEXT, FLAG, INSTANT, LIST, PLACE -> messages.say("rule.quoted", value);
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
