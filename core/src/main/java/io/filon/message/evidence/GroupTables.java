package io.filon.message.evidence;

import io.filon.store.Script;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Map;

/// Makes the tables on the groups that are spoken to. Needs those of *intake*, *value* and *behaviour*.
public final class GroupTables {

    static final List<String> SCRIPTS = List.of(
            "message_customers", "message_orders", "message_goods", "message_steps", "message_habits", "message_reach");

    private GroupTables() {}

    /// @param members selects of `customer_id` by the group's key
    public static void make(Store store, Map<String, Sql> members) {
        store.run(Sql.of("create or replace table message_people (segment varchar, customer_id varchar)"));
        members.forEach((key, who) -> store.run(
                Sql.of("insert into message_people select cast(? as varchar), members.customer_id from (", key)
                        .then(who)
                        .then(Sql.of(") as members"))));
        SideBySide.build(
                store,
                SCRIPTS.stream()
                        .map(name -> Script.beside(GroupTables.class, name))
                        .toList());
    }
}
