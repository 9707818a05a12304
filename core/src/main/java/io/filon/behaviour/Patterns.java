package io.filon.behaviour;

import io.filon.behaviour.barrier.Barriers;
import io.filon.behaviour.habit.Habits;
import io.filon.behaviour.trigger.Triggers;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Map;

/// What sets purchases off, what customers usually do, and where their visits stop. Needs the tables of *intake*,
/// *value* and `sessions`, with or without rows.
///
/// @param errorRate share of what is named that may be false, for triggers, habits and barriers each
public record Patterns(double errorRate) {

    public void run(Store store) {
        run(store, Map.of());
    }

    /// @param segments selects of `customer_id` by name, compared with everybody else beside the groups the files tell
    public void run(Store store, Map<String, Sql> segments) {
        Barriers barriers = new Barriers(errorRate);
        barriers.groups(store);
        segments.forEach((name, members) ->
                store.run(Sql.of("insert into behaviour_groups select 'segment', ?, customer_id from (", name)
                        .then(members)
                        .then(Sql.of(") as members"))));
        SideBySide.run(store, List.of(new Triggers(errorRate)::run, lane -> {
            barriers.run(lane);
            new Habits(errorRate).run(lane);
        }));
        Triggers.tellFacts(store);
    }
}
