package io.filon.rule.say;

import io.filon.rule.Events;
import io.filon.rule.Filter;
import io.filon.rule.Sequence;
import io.filon.rule.Span;
import java.util.ArrayList;
import java.util.List;

/// Events and sequences of events, as nouns: *pedidos en los últimos 90 días con «app» como canal*.
record EventWords(Voice voice, TimeWords times, FilterWords filters) {

    String many(Events events) {
        return Voice.line(names(events.names(), false), narrowed(events));
    }

    String one(Events events) {
        return Voice.line(names(events.names(), true), narrowed(events));
    }

    /// With its conditions in parentheses, where others follow.
    String apart(Events events) {
        String where = filters.of(events.where(), events.names());
        return Voice.line(
                names(events.names(), false),
                times.window(events.window()),
                where.isEmpty() ? "" : "(%s)".formatted(where),
                rest(events));
    }

    private String names(List<String> names, boolean one) {
        return voice.joined(names.stream().map(name -> voice.event(name, one)).toList(), "or");
    }

    private String narrowed(Events events) {
        return Voice.line(times.window(events.window()), filters.of(events.where(), events.names()), rest(events));
    }

    private String rest(Events events) {
        String items = filters.ofItems(events.items(), events.names());
        return Voice.line(
                items.isEmpty() ? "" : voice.say("rule.only_items", items),
                events.gross() ? voice.say("rule.gross") : "");
    }

    /// *veces la serie (producto visto, después pedido)*
    String sequence(Sequence sequence, boolean one) {
        List<String> notes = new ArrayList<>();
        if (!sequence.same().isEmpty()) {
            notes.add(voice.say("rule.sequence.same", voice.property(sequence.same())));
        }
        if (!sequence.within().isNone()) {
            notes.add(voice.say("rule.sequence.within", times.span(sequence.within())));
        }
        String window = times.window(sequence.window());
        if (!window.isEmpty()) {
            notes.add(voice.say("rule.sequence.window", window));
        }
        List<String> steps = sequence.steps().stream().map(this::step).toList();
        String next = voice.say("rule.order." + sequence.order().name().toLowerCase(java.util.Locale.ROOT));
        return voice.say(
                one ? "rule.sequence.one" : "rule.sequence",
                String.join(", %s ".formatted(next), steps),
                notes.isEmpty() ? "" : " " + String.join(", ", notes));
    }

    private String step(Sequence.Step step) {
        String where = filters.of(step.where(), step.names());
        return switch (step) {
            case Sequence.NotDone(var names, Filter _, Span within) ->
                within.isNone()
                        ? voice.say("rule.step.not", Voice.line(names(names, false), where))
                        : voice.say("rule.step.not_within", Voice.line(names(names, false), where), times.span(within));
            case Sequence.Did did -> did(did, where);
        };
    }

    private String did(Sequence.Did did, String where) {
        String noun = Voice.line(names(did.names(), did.times() == 1), where);
        String counted = did.times() == 1 ? noun : voice.say("rule.step.times", did.times(), noun);
        String distinct =
                did.distinct().isEmpty() ? "" : voice.say("rule.step.distinct", voice.property(did.distinct()));
        String after = did.after().isNone() ? "" : voice.say("rule.step.after", times.span(did.after()));
        String within = did.within().isNone() ? "" : voice.say("rule.step.within", times.span(did.within()));
        return Voice.line(counted, distinct, after, within);
    }
}
