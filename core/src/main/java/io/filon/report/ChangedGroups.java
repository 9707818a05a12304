package io.filon.report;

import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/// Who entered and who left each group since an earlier audit, as that comparison left them in the store. Groups that
/// nobody entered or left make no list.
public final class ChangedGroups implements GroupRows {

    private static final String ENTERED = "_entered";
    private static final String LEFT = "_left";

    private record Moved(String groupName, boolean entered) {}

    private final Store store;

    public ChangedGroups(Store store) {
        this.store = store;
    }

    @Override
    public List<String> groups() {
        return store
                .query(
                        Sql.of("select distinct group_name, entered from changed_members "
                                + "order by group_name, entered desc nulls last"),
                        Moved.class)
                .stream()
                .map(moved -> moved.groupName + (moved.entered ? ENTERED : LEFT))
                .toList();
    }

    @Override
    public boolean makes(String list) {
        return isMove(list);
    }

    static boolean isMove(String list) {
        return list.endsWith(ENTERED) || list.endsWith(LEFT);
    }

    @Override
    public void each(String group, Consumer<Row> reader) {
        boolean entered = group.endsWith(ENTERED);
        String name = group.substring(0, group.lastIndexOf('_'));
        Sql members = Sql.of(
                "select customer_id, amount as money from changed_members where group_name = ? and entered = ?",
                name,
                entered);
        String key = entered ? "list.entered" : "list.left";
        Phrase reason = Phrase.of(key, new Value.Word("group." + name));
        store.stream(
                StoredGroups.withEmailAndConsent(store, members, "members.money desc nulls last"),
                row -> reader.accept(new Row(
                        String.valueOf(row.get("customer_id")),
                        (String) row.get("email"),
                        Contactable.of(row.get("granted")),
                        reason,
                        row.get("money") instanceof BigDecimal exact ? exact : BigDecimal.ZERO,
                        StoredGroups.predicted(row))));
    }
}
