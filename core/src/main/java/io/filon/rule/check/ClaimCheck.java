package io.filon.rule.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.filon.rule.Claim;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Checks that a claim means something of a value of its type, and types its constants.
final class ClaimCheck {

    private static final int LONGEST_PATTERN = 500;

    /// Instructions RE2 may compile an expression to: `(x{100}){100}` is 10,000.
    private static final int LARGEST_PROGRAM = 2_000;

    private final Findings findings;
    private final MeasureCheck measures;

    ClaimCheck(Findings findings, MeasureCheck measures) {
        this.findings = findings;
        this.measures = measures;
    }

    void of(Measure measure, Claim claim, String path) {
        Optional<FactType> type = measures.check(measure, path);
        type.ifPresent(known -> {
            String name = measures.name(measure);
            check(known, name, claim, Optional.empty(), path + "." + name);
        });
    }

    /// @param scope the event or item whose other properties may be named, if any
    void check(FactType type, String name, Claim claim, Optional<FilterCheck.Scope> scope, String path) {
        switch (claim) {
            case Claim.Known() -> {}
            case Claim.Compare(Operator operator, Operand operand) -> {
                if (ordered(type, name, operator, path)) {
                    operand(type, name, operand, scope, path);
                }
            }
            case Claim.Between(String low, String high) -> between(type, name, low, high, path);
            case Claim.In(List<String> values) -> values.forEach(value -> constant(type, name, value, path));
            case Claim.Text(Claim.Match match, String text) -> {
                if (needs(type == FactType.TEXT, "text", name, path) && match == Claim.Match.MATCHES) {
                    pattern(text, path);
                }
            }
            case Claim.Holds _, Claim.Size _ -> needs(type == FactType.LIST, "list", name, path);
            case Claim.Near _ -> needs(type == FactType.PLACE, "place", name, path);
            case Claim.OfTime time -> time(type, name, time, scope, path);
        }
    }

    private void time(FactType type, String name, Claim.OfTime claim, Optional<FilterCheck.Scope> scope, String path) {
        boolean instant = claim instanceof Claim.Hours || claim instanceof Claim.Before;
        if (!needs(instant ? type == FactType.INSTANT : type.isTime(), instant ? "instant" : "time", name, path)) {
            return;
        }
        switch (claim) {
            case Claim.When _, Claim.Anniversary _, Claim.Weekdays _, Claim.Months _, Claim.Hours _ -> {}
            case Claim.Days(List<String> days) ->
                days.stream().filter(day -> !isDay(day)).forEach(day -> findings.add("rule.day_expected", path, day));
            case Claim.Before before -> {
                if (!before.within().unit().isElapsed()) {
                    findings.add(
                            "rule.not_elapsed", path, before.within().unit().key());
                }
                property(before.property(), scope, path)
                        .ifPresent(other -> needs(other.isTime(), "time", before.property(), path));
            }
        }
    }

    /// `2026-11-27` or `12-25`; 29 February is a day of any year that has one.
    private static boolean isDay(String text) {
        return FactType.DATE
                .constant(text.length() == 5 ? "2000-" + text : text)
                .isPresent();
    }

    private boolean ordered(FactType type, String name, Operator operator, String path) {
        if (type == FactType.LIST || type == FactType.PLACE) {
            findings.add("rule.no_order_" + type.key(), path, name);
            return false;
        }
        if (operator.ordered() && !type.isOrdered()) {
            findings.add("rule.no_order_" + type.key(), path, name);
            return false;
        }
        return true;
    }

    private void operand(FactType type, String name, Operand operand, Optional<FilterCheck.Scope> scope, String path) {
        switch (operand) {
            case Operand.Constant(String text) -> constant(type, name, text, path);
            case Operand.Property(String property) ->
                property(property, scope, path).ifPresent(other -> alike(type, name, other, property, path));
            case Operand.Of(Measure.Fact fact, BigDecimal factor) ->
                measures.fact(fact, path, scope.isPresent())
                        .ifPresent(other -> scaled(type, name, other, fact.name(), factor, path));
            case Operand.Of(Measure measure, BigDecimal factor) ->
                measures.check(measure, path)
                        .ifPresent(other -> scaled(type, name, other, measures.name(measure), factor, path));
        }
    }

    private void scaled(FactType type, String name, FactType other, String otherName, BigDecimal factor, String path) {
        alike(type, name, other, otherName, path);
        if (factor.compareTo(BigDecimal.ONE) != 0) {
            needs(other.isNumeric(), "number", otherName, path);
        }
    }

    private void alike(FactType type, String name, FactType other, String otherName, String path) {
        if (type != other && !(type.isNumeric() && other.isNumeric())) {
            findings.add("rule.cannot_compare", path, name, otherName);
        }
    }

    private Optional<FactType> property(String property, Optional<FilterCheck.Scope> scope, String path) {
        if (scope.isEmpty()) {
            findings.add("rule.property_outside", path, property);
            return Optional.empty();
        }
        return measures.property(scope.get().prefix() + property, scope.get().events(), path);
    }

    private void between(FactType type, String name, String low, String high, String path) {
        if (!ordered(type, name, Operator.AT_LEAST, path)) {
            return;
        }
        Optional<Object> from = constant(type, name, low, path);
        Optional<Object> to = constant(type, name, high, path);
        if (from.isPresent() && to.isPresent() && FactType.order(from.get(), to.get()) > 0) {
            findings.add("rule.between_backwards", path, low, high);
        }
    }

    private Optional<Object> constant(FactType type, String name, String text, String path) {
        if (type == FactType.LIST || type == FactType.PLACE) {
            findings.add("rule.no_order_" + type.key(), path, name);
            return Optional.empty();
        }
        Optional<Object> typed = type.constant(text);
        if (typed.isEmpty()) {
            findings.add("rule.not_a_" + type.key(), path, name, text);
        }
        return typed;
    }

    /// @param kind `number`, `text`, `list`, `place`, `time`, `instant`
    private boolean needs(boolean claim, String kind, String name, String path) {
        if (!claim) {
            findings.add("rule.needs_" + kind, path, name);
        }
        return claim;
    }

    private void pattern(String text, String path) {
        if (text.length() > LONGEST_PATTERN) {
            findings.add("rule.pattern_too_long", path, LONGEST_PATTERN);
            return;
        }
        try {
            if (Pattern.compile(text).programSize() > LARGEST_PROGRAM) {
                findings.add("rule.pattern_too_large", path, text);
            }
        } catch (PatternSyntaxException e) {
            findings.add("rule.bad_pattern" + part(e.getDescription()), path, text);
        }
    }

    /// Which part of an expression is wrong, told from the library's English.
    private static String part(String description) {
        if (description.contains("closing ]") || description.contains("character class")) {
            return ".brackets";
        }
        if (description.contains(")")) {
            return ".parentheses";
        }
        return description.contains("repe") ? ".repetition" : "";
    }
}
