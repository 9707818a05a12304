package io.filon.discovery.confirm;

import io.filon.discovery.search.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A group as its conditions, all of which hold.
record Segment(List<Condition> conditions) {

    static final Segment EVERYBODY = new Segment(List.of());

    Segment {
        conditions = List.copyOf(conditions);
    }

    String text() {
        return conditions.stream().map(Condition::text).collect(Collectors.joining(" and "));
    }

    /// Every simpler segment: some of the conditions, or none.
    List<Segment> simpler() {
        List<Segment> simpler = new ArrayList<>();
        for (int some = 0; some < (1 << conditions.size()) - 1; some++) {
            List<Condition> kept = new ArrayList<>();
            for (int i = 0; i < conditions.size(); i++) {
                if (((some >> i) & 1) == 1) {
                    kept.add(conditions.get(i));
                }
            }
            simpler.add(new Segment(kept));
        }
        return simpler;
    }

    Segment with(int place, Condition condition) {
        List<Condition> changed = new ArrayList<>(conditions);
        changed.set(place, condition);
        return new Segment(changed);
    }
}
