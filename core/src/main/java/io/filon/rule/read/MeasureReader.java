package io.filon.rule.read;

import io.filon.rule.Events;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.Rule;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/// Reads what is measured: an object with one word that says what, and the words that narrow it.
final class MeasureReader {

    static final Set<String> FACT = Set.of("fact", "as_of", "source", "stated");

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Notes notes;
    private final TimeReader times;
    private final ClaimReader claims;
    private final FilterReader filters;
    private final SequenceReader sequences;
    private final BiFunction<JsonNode, String, Rule> rules;

    /// @param rules reads a rule inside a measure
    MeasureReader(Notes notes, BiFunction<JsonNode, String, Rule> rules) {
        this.notes = notes;
        this.rules = rules;
        this.times = new TimeReader(notes);
        this.claims = new ClaimReader(notes, times, this);
        this.filters = new FilterReader(notes, this);
        this.sequences = new SequenceReader(notes, times, filters);
    }

    ClaimReader claims() {
        return claims;
    }

    TimeReader times() {
        return times;
    }

    /// The word that says what an object measures, if it does: the shape decides, so that a fact may have its name.
    static Optional<String> head(JsonNode node) {
        if (node.has("of")) {
            return Words.OF_EVENTS.keySet().stream().filter(node::has).findFirst();
        }
        if (node.path("sequence").isArray()) {
            return Optional.of("sequence");
        }
        if (node.path("ratio").isArray()) {
            return Optional.of("ratio");
        }
        return List.of("did", "fact", "fact_age", "fact_changes", "people", "segment_count", "standing").stream()
                .filter(node::has)
                .findFirst();
    }

    /// @param others words of the object that are read elsewhere: claims, a factor
    Optional<Measure> measure(JsonNode node, Set<String> others, String path) {
        Optional<String> head = node.isObject() ? head(node) : Optional.empty();
        if (head.isEmpty()) {
            return notes.refuse("rule.measure_expected", path);
        }
        return notes.within(Optional.empty(), () -> read(head.get(), node, others, path));
    }

    private Optional<Measure> read(String head, JsonNode node, Set<String> others, String path) {
        return switch (head) {
            case "fact" -> {
                only(node, FACT, others, path);
                yield fact(node, path).map(Measure.class::cast);
            }
            case "fact_age" -> {
                only(node, Set.of("fact_age", "unit"), others, path);
                Optional<String> fact = name(node, "fact_age", path);
                yield unit(node, path).flatMap(unit -> fact.map(name -> new Measure.FactAge(name, unit)));
            }
            case "fact_changes" -> {
                only(node, Set.of("fact_changes", "window"), others, path);
                Optional<String> fact = name(node, "fact_changes", path);
                yield window(node, path).flatMap(window -> fact.map(name -> new Measure.FactChanges(name, window)));
            }
            case "people" -> {
                only(node, Set.of("people"), others, path);
                yield Optional.of(new Measure.People(rules.apply(node.path("people"), path + ".people")));
            }
            case "segment_count" -> {
                only(node, Set.of("segment_count"), others, path);
                yield Optional.of(new Measure.SegmentCount());
            }
            case "ratio" -> ratio(node, others, path);
            case "standing" -> standing(node, others, path);
            case "sequence" -> {
                only(node, SequenceReader.WORDS, others, path);
                Optional<Window> window = past(node, path);
                yield window.flatMap(known -> sequences.sequence(node, known, path))
                        .map(Measure.Matches::new);
            }
            case "did" -> {
                only(node, union(Words.EVENTS, Set.of("did")), others, path);
                yield events(node, "did", path).map(Measure.Count::new);
            }
            default -> {
                Set<String> own = union(Words.EVENTS, Words.OF_EVENTS.getOrDefault(head, Set.of()));
                Set<String> shared = Set.of("of", head);
                only(node, union(own, shared), others, path);
                yield events(node, "of", path).flatMap(events -> ofEvents(head, node, events, path));
            }
        };
    }

    private Optional<Measure> ofEvents(String head, JsonNode node, Events events, String path) {
        return switch (head) {
            case "count" -> Optional.of(new Measure.Count(events));
            case "sum", "average", "min", "max" ->
                name(node, head, path)
                        .map(name -> new Measure.Total(Words.meaning(Words.FUNCTIONS, head), name, events));
            case "median" -> name(node, head, path).map(name -> new Measure.Percentile(HALF, name, events));
            case "percentile" -> {
                Optional<BigDecimal> share = ConditionReader.share(node.path("at"));
                if (share.isEmpty()) {
                    notes.add("rule.share_expected", path + ".at");
                }
                yield name(node, head, path)
                        .flatMap(name -> share.map(part -> new Measure.Percentile(part, name, events)));
            }
            case "distinct" -> name(node, head, path).map(name -> new Measure.Distinct(name, events));
            case "most_frequent" ->
                name(node, head, path)
                        .flatMap(name -> base(node, 1, path).map(base -> new Measure.MostFrequent(name, base, events)));
            case "share" -> {
                Filter of = filters.filter(node, "share", path);
                yield base(node, 1, path).map(base -> new Measure.Share(of, base, events));
            }
            case "periods" -> {
                Optional<Integer> each =
                        node.has("each") ? notes.count(node.path("each"), 1, path + ".each") : Optional.of(1);
                yield period(node, head, path)
                        .flatMap(unit -> each.map(least -> new Measure.Periods(unit, least, events)));
            }
            case "streak" -> period(node, head, path).map(unit -> new Measure.Streak(unit, events));
            case "first" -> name(node, head, path).map(name -> new Measure.Nth(1, name, events));
            case "last" -> name(node, head, path).map(name -> new Measure.Nth(-1, name, events));
            case "nth" -> {
                Optional<Integer> position = notes.count(node.path("position"), -100_000, path + ".position")
                        .filter(known -> known != 0);
                if (position.isEmpty()) {
                    notes.add("rule.count_expected", path + ".position", 1);
                }
                yield name(node, head, path)
                        .flatMap(name -> position.map(known -> new Measure.Nth(known, name, events)));
            }
            case "since_first" ->
                times.unit(node.path(head), path + "." + head)
                        .map(unit -> new Measure.Since(Measure.End.FIRST, unit, events));
            case "since_last" ->
                times.unit(node.path(head), path + "." + head)
                        .map(unit -> new Measure.Since(Measure.End.LAST, unit, events));
            case "usual_gap" ->
                times.unit(node.path(head), path + "." + head)
                        .flatMap(unit -> base(node, 2, path).map(base -> new Measure.Interval(unit, base, events)));
            case "overdue" -> base(node, 2, path).map(base -> new Measure.Overdue(base, events));
            default -> throw new IllegalStateException("no measure: " + head);
        };
    }

    private Optional<Integer> base(JsonNode node, int usual, String path) {
        return node.has("base") ? notes.count(node.path("base"), 1, path + ".base") : Optional.of(usual);
    }

    /// A fact with its moment, sources and age: `fact` names it.
    Optional<Measure.Fact> fact(JsonNode node, String path) {
        return name(node, "fact", path).flatMap(name -> fact(name, node, path));
    }

    Optional<Measure.Fact> fact(String name, JsonNode node, String path) {
        Optional<Moment> at =
                node.has("as_of") ? times.moment(node.path("as_of"), path + ".as_of") : Optional.of(new Moment.Now());
        Optional<List<String>> sources =
                node.has("source") ? notes.constants(node.path("source"), path + ".source") : Optional.of(List.of());
        Optional<Window> stated = node.has("stated")
                ? times.window(node.path("stated"), path + ".stated")
                : Optional.of(new Window.Always());
        return at.flatMap(
                moment -> sources.flatMap(from -> stated.map(window -> new Measure.Fact(name, moment, from, window))));
    }

    private Optional<Measure> ratio(JsonNode node, Set<String> others, String path) {
        only(node, Set.of("ratio", "base"), others, path);
        JsonNode parts = node.path("ratio");
        if (parts.size() != 2) {
            return notes.refuse("rule.ratio_expected", path);
        }
        Optional<Measure> top = measure(parts.get(0), Set.of(), path + ".ratio[0]");
        Optional<Measure> bottom = measure(parts.get(1), Set.of(), path + ".ratio[1]");
        Optional<BigDecimal> base =
                node.has("base") ? notes.number(node.path("base"), path + ".base") : Optional.of(BigDecimal.ZERO);
        return top.flatMap(above -> bottom.flatMap(below -> base.map(least -> new Measure.Ratio(above, below, least))));
    }

    private Optional<Measure> standing(JsonNode node, Set<String> others, String path) {
        only(node, Set.of("standing", "by", "among"), others, path);
        Optional<Measure.Scale> scale = switch (Notes.text(node.path("standing"))) {
            case "decile" -> Optional.of(Measure.Scale.DECILE);
            case "z_score" -> Optional.of(Measure.Scale.Z_SCORE);
            default -> notes.refuse("rule.standing_expected", path);
        };
        Optional<Measure> by = measure(node.path("by"), Set.of(), path + ".by");
        Rule among = node.has("among") ? rules.apply(node.path("among"), path + ".among") : new Rule.Everyone();
        return scale.flatMap(how -> by.map(measure -> new Measure.Standing(how, measure, among)));
    }

    private Optional<Events> events(JsonNode node, String word, String path) {
        Optional<List<String>> names = notes.constants(node.path(word), path + "." + word);
        Filter where = filters.filter(node, "where", path);
        Filter items = filters.filter(node, "items", path);
        if (node.has("gross") && !node.path("gross").isBoolean()) {
            notes.add("rule.flag_expected", path + ".gross", Notes.constant(node.path("gross")));
        }
        boolean gross = node.path("gross").asBoolean(false);
        Window window = past(node, path).orElse(new Window.Always()); // refused, and the names are still checked
        return names.map(known -> new Events(known, where, items, window, gross));
    }

    private Optional<Window> past(JsonNode node, String path) {
        Optional<Window> window = window(node, path);
        return window.filter(Window::isAhead).isPresent() ? notes.refuse("rule.window_ahead", path) : window;
    }

    Optional<Window> window(JsonNode node, String path) {
        return node.has("window")
                ? times.window(node.path("window"), path + ".window")
                : Optional.of(new Window.Always());
    }

    private Optional<Span.Unit> unit(JsonNode node, String path) {
        return times.unit(node.path("unit"), path + ".unit");
    }

    private Optional<Span.Unit> period(JsonNode node, String word, String path) {
        Optional<Span.Unit> unit = times.unit(node.path(word), path + "." + word);
        return unit.filter(known -> !known.isCalendar()).isPresent()
                ? notes.refuse("rule.period_expected", path + "." + word)
                : unit;
    }

    private Optional<String> name(JsonNode node, String word, String path) {
        String name = Notes.text(node.path(word));
        return name.isEmpty() ? notes.refuse("rule.name_expected", path + "." + word) : Optional.of(name);
    }

    private void only(JsonNode node, Set<String> own, Set<String> others, String path) {
        notes.onlyKeys(node, union(own, others), path + ".");
    }

    static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
