package io.filon.fit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.filon.fit.FitModel.Decision;
import io.filon.fit.FitModel.Reason;
import io.filon.fit.FitModel.Scored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

// A file of a hundred thousand leads says the same few things again and again: what a cell adds is worked out once and
// kept, as long as a column does not say something new in every line.

/// A model laid over the columns of one file. Not for several threads at once.
public final class Scoring {

    private static final int REASONS = 3;
    private static final int KEPT = 10_000;

    private record Told(Reason reason, boolean strange) {}

    private final FitModel model;
    private final int[] places;
    private final int[] strange;
    private final int[] blank;
    private final List<Map<@Nullable String, Told>> told = new ArrayList<>();

    public Scoring(FitModel model, List<Leads.Column> columns) {
        this.model = model;
        this.places = model.places(columns);
        this.strange = new int[places.length];
        this.blank = new int[places.length];
        model.attributes().forEach(_ -> told.add(new HashMap<>()));
    }

    /// What a lead is expected to leave; a column the file does not have adds what it does on average, nothing.
    double expected(Leads.Lead lead) {
        double sum = model.base();
        for (int a = 0; a < places.length; a++) {
            if (places[a] >= 0) {
                sum += told(a, lead).reason.value();
            }
        }
        return sum;
    }

    public Scored score(Leads.Lead lead) {
        double expected = model.base();
        List<Reason> strongest = new ArrayList<>(REASONS + 1);
        for (int a = 0; a < places.length; a++) {
            if (places[a] >= 0) {
                Told said = told(a, lead);
                expected += said.reason.value();
                strange[a] += said.strange ? 1 : 0;
                blank[a] += said.reason.said() == null ? 1 : 0;
                placed(said.reason, strongest);
            }
        }
        Decision decision = model.decide(expected);
        if (decision == Decision.DECLINE && strongest.isEmpty()) {
            decision = Decision.NURTURE; // nobody is declined without a reason
        }
        boolean drawn = decision == Decision.DECLINE && draw(lead.id()) < model.drawnShare();
        return new Scored(
                lead.id(),
                expected,
                decision,
                drawn,
                decision == Decision.DECLINE ? model.drawnShare() : 1,
                List.copyOf(strongest));
    }

    /// For each attribute, leads scored so far that say what no lead said when the model learnt.
    public int[] strange() {
        return strange.clone();
    }

    /// For each attribute, leads scored so far that do not say it.
    public int[] blank() {
        return blank.clone();
    }

    /// The strongest first; of equally strong ones the attribute that comes first.
    private static void placed(Reason reason, List<Reason> strongest) {
        int at = strongest.size();
        while (at > 0 && Math.abs(strongest.get(at - 1).value()) < Math.abs(reason.value())) {
            at--;
        }
        if (at < REASONS) {
            strongest.add(at, reason);
            if (strongest.size() > REASONS) {
                strongest.removeLast();
            }
        }
    }

    private Told told(int a, Leads.Lead lead) {
        String cell = lead.cells().get(places[a]);
        Map<@Nullable String, Told> known = told.get(a);
        Told before = known.get(cell);
        if (before != null) {
            return before;
        }
        Attribute attribute = model.attributes().get(a);
        Told now = new Told(
                new Reason(attribute.header(), cell, attribute.weights().get(attribute.bin(cell))),
                attribute.neverSaw(cell));
        if (known.size() < KEPT) {
            known.put(cell, now);
        }
        return now;
    }

    /// 0..1, the same for the same lead and model, and nobody's choice.
    private double draw(String id) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : (model.version() + "/" + id).getBytes(UTF_8)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0xd6e8feb86659fd93L;
        hash ^= hash >>> 32;
        return (hash >>> 11) * 0x1.0p-53;
    }
}
