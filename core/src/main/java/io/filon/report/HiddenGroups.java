package io.filon.report;

import io.filon.report.section.HiddenTables;
import io.filon.report.section.HiddenTables.Listed;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.function.Consumer;

/// Who is in each hidden segment the report shows, with what each left in the days the segment was found in.
public final class HiddenGroups implements GroupRows {

    private final Store store;
    private final List<Listed> listed;

    /// Reads what *discovery* left in the store; without it there are no groups.
    public HiddenGroups(Store store) {
        this.store = store;
        this.listed = new HiddenTables(store).listed();
    }

    @Override
    public List<String> groups() {
        return listed.stream().map(Listed::name).toList();
    }

    @Override
    public boolean makes(String list) {
        return list.startsWith("hidden_");
    }

    @Override
    public void each(String group, Consumer<Row> reader) {
        Listed found = listed.stream()
                .filter(each -> each.name().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no hidden segment " + group));
        StoredGroups.read(store, members(found), "members.money desc nulls last", _ -> found.who(), reader);
    }

    private static Sql members(Listed group) {
        return Sql.of(
                "select hidden_members.customer_id, lens_people.net as money from hidden_members "
                        + "inner join lens_people on lens_people.lens = hidden_members.lens "
                        + "and lens_people.customer_id = hidden_members.customer_id "
                        + "where hidden_members.lens = ? and hidden_members.side = ? and hidden_members.place = ?",
                group.lens(),
                group.side(),
                group.place());
    }
}
