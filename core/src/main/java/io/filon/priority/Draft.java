package io.filon.priority;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// A segment with what is known of contacting it, before the method's figures and the other segments are
/// weighed in.
///
/// @param name          empty for a stage of the lifecycle
/// @param contactCost   of one contact
/// @param costOrigin    `measured`, `declared` or `assumed`
/// @param measured      null when no contact was drawn at random
/// @param grossRate     share who bought after a contact of any kind; null without contacts
/// @param usualRate     share who buy within the days of an answer
record Draft(
        SegmentPeople people,
        String name,
        double contactCost,
        String costOrigin,
        @Nullable Measured measured,
        @Nullable Double grossRate,
        long grossContacts,
        double usualRate) {

    /// What is believed of each. What was measured is shrunk on the scale that ranks, what a euro brings back: a cheap
    /// contact turns a little noise in the answers into a lot of return.
    static List<Matrix.Line> believed(List<Draft> drafts, int priorContacts) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(1); // the same tables, the same answer
        List<Measured> scaled = new ArrayList<>();
        for (Draft draft : drafts) {
            Measured measured = draft.measured;
            if (measured != null && draft.perEuro() > 0) {
                scaled.add(measured.scaled(draft.perEuro()));
            }
        }
        Iterator<Measured> shrunk = Shrinkage.of(scaled).iterator();
        List<Matrix.Line> lines = new ArrayList<>();
        for (Draft draft : drafts) {
            Measured measured = draft.measured;
            if (measured == null) {
                lines.add(draft.line(Belief.of(draft.prior(), priorContacts, null, 0, random)));
            } else {
                Measured moved = draft.perEuro() > 0 ? shrunk.next().scaled(1 / draft.perEuro()) : measured;
                lines.add(draft.line(Belief.of(draft.prior(), priorContacts, moved, measured.worthContacts(), random)));
            }
        }
        return lines;
    }

    /// What a euro brings back for each point of extra answers.
    private double perEuro() {
        return people.bestWorth() / contactCost;
    }

    /// The share that has to answer for the method's return; where the method says nothing, for the best to pay.
    private double prior() {
        double worth = people.worth();
        double best = people.bestWorth();
        return Playbook.of(people.stage())
                .map(playbook -> worth > 0 ? contactCost * (1 + playbook.roi()) / worth : 0)
                .orElse(best > 0 ? contactCost / best : 0.0);
    }

    private Matrix.Line line(Belief belief) {
        return new Matrix.Line(
                people,
                name,
                contactCost,
                costOrigin,
                people.bestWorth(),
                belief,
                measured,
                grossRate,
                grossContacts,
                usualRate);
    }
}
