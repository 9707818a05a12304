package io.filon.behaviour.session;

import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;

/// Makes `sessions` and `sessions_left_out` from `events`.
///
/// A session ends when its visitor pauses longer than the gap. No two events of one stretch of the clock as long as the
/// gap can be of different sessions; so events are first added up by visitor and stretch, without putting them in
/// order, and only those few pieces are ordered. Sessions that the files number themselves stay as they are.
///
/// @param gapMinutes pause that ends a session
public record Sessions(Vocabulary vocabulary, int gapMinutes) {

    private static final List<String> PASSING = List.of(
            "event_steps",
            "page_steps",
            "session_owners",
            "session_pieces",
            "session_numbers",
            "session_goods",
            "stated_sessions");

    private static final List<String> KEPT = List.of("sessions", "sessions_left_out");

    public void run(Store store) {
        vocabulary.write(store);
        store.run(Sql.of(
                "create or replace table session_settings as select cast(? as bigint) as gap_minutes", gapMinutes));
        PASSING.forEach(name -> store.stage(script(name)));
        store.stageView(script("session_sums"));
        KEPT.forEach(name -> store.build(script(name)));
        store.run(Sql.of("drop view if exists session_sums"));
        PASSING.reversed().forEach(name -> store.run(Sql.of("drop table if exists " + Sql.name(name))));
    }

    /// Whose the sessions are that files number and only some events name.
    public static Script owners() {
        return script("session_owners");
    }

    private static Script script(String name) {
        return Script.beside(Sessions.class, name);
    }
}
