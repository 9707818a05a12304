package io.filon.message.draft;

import io.filon.message.draft.Leads.Lead;
import io.filon.message.evidence.Evidence;
import io.filon.message.evidence.Evidence.Role;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes up to three variants: each leads with another angle and says all three parts that can be said.
final class Writer {

    private static final int MOST = 3;
    private static final Set<String> AWAY = Set.of("dormant_high_value", "dormant_low_value", "lost");

    private final Leads leads;
    private final List<Evidence> evidence;
    private final @Nullable Sentence offer;

    Writer(Leads leads, List<Evidence> evidence, @Nullable Sentence offer) {
        this.leads = leads;
        this.evidence = evidence;
        this.offer = offer;
    }

    List<Variant> variants() {
        List<Lead> values = leads.of(Role.VALUE, evidence);
        List<Lead> relevant = leads.of(Role.RELEVANCE, evidence);
        List<Lead> different = leads.of(Role.DIFFERENCE, evidence);
        List<Variant> variants = new ArrayList<>();
        for (Lead first : angles(relevant, values, different)) {
            int turn = variants.size();
            List<Sentence> body = new ArrayList<>();
            if (!first.body().text().equals(Copy.stopped(first.headline().text()))) {
                body.add(first.body());
            }
            for (List<Lead> part : List.of(relevant, values, different)) {
                if (!part.isEmpty() && part.getFirst().role() != first.role()) {
                    body.add(part.get(turn % part.size()).body());
                }
            }
            body.sort(Comparator.comparing(sentence -> !sentence.evidence().contains("stage"))); // a greeting first
            variants.add(new Variant(first.angle(), first.headline(), body, offer, channel(), moment()));
        }
        return variants;
    }

    /// One of each part first, then what is left.
    private static List<Lead> angles(List<Lead> relevant, List<Lead> values, List<Lead> different) {
        List<Lead> angles = new ArrayList<>();
        int longest = Math.max(relevant.size(), Math.max(values.size(), different.size()));
        for (int place = 0; place < longest; place++) {
            for (List<Lead> part : List.of(relevant, values, different)) {
                if (place < part.size()) {
                    angles.add(part.get(place));
                }
            }
        }
        return angles.subList(0, Math.min(MOST, angles.size()));
    }

    private Optional<Evidence> find(String id) {
        return evidence.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private Phrase channel() {
        return find("reach").map(Evidence::says).orElse(Phrase.of("message.channel.none"));
    }

    /// What is known of when: days and hours, the rhythm of those who still come, the time of the month.
    private Phrase moment() {
        List<Phrase> known = new ArrayList<>();
        String stage = find("stage").map(Evidence::about).orElse("");
        find("trigger")
                .filter(trigger -> trigger.role() == Role.RELEVANCE)
                .ifPresent(trigger -> known.add(Phrase.of("message.moment." + trigger.about())));
        for (String habit : List.of("habit.payday", "habit.weekday", "habit.weekend", "habit.hours")) {
            find(habit)
                    .ifPresent(each -> known.add(Phrase.of(
                            "message.moment.habit", new Value.Word("behaviour." + habit + "." + each.about()))));
        }
        if (!AWAY.contains(stage)) {
            find("rhythm").ifPresent(rhythm -> {
                double days = rhythm.figure() == null ? 0 : rhythm.figure().value();
                known.add(Phrase.of("message.moment.rhythm", new Value.Decimal(days, 0)));
            });
        }
        return switch (known.size()) {
            case 0 -> Phrase.of("message.moment.none");
            case 1 -> Phrase.of("message.moment.one", new Value.Said(known.getFirst()));
            default ->
                Phrase.of("message.moment.two", new Value.Said(known.getFirst()), new Value.Said(known.getLast()));
        };
    }
}
