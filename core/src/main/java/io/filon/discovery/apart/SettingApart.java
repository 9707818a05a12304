package io.filon.discovery.apart;

import io.filon.store.Script;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what sets star customers, and customers who cost money, apart from the rest, or says why that cannot be told.
///
/// Needs the tables of *value*. The same tables give the same answer, on any number of threads.
public final class SettingApart {

    private static final List<String> SCRIPTS = List.of(
            "outcome_window",
            "already_there",
            "net_movements",
            "outcomes",
            "first_purchases",
            "usual_purchases",
            "first_month",
            "first_visits",
            "traits_before",
            "known_before",
            "attribute_values",
            "attribute_codes",
            "definition_profiles");

    /// What follows from the answer.
    private static final List<String> AFTER = List.of("star_likes");

    private final Settings settings;

    public SettingApart(Settings settings) {
        this.settings = settings;
    }

    /// Only what each customer left in the outcome window, and what was known of each before it.
    public void known(Store store) {
        writeSettings(store);
        build(store, SCRIPTS);
    }

    public void run(Store store) {
        known(store);
        People people = People.read(store);
        Answers answers = new Answers(store);
        Map<Group, Answer> found = Arrays.stream(Group.values())
                .parallel()
                .collect(Collectors.toMap(
                        group -> group,
                        group ->
                                Question.of(group, people, settings.errorRate()).answer()));
        for (Group group : Group.values()) {
            answers.write(group, Objects.requireNonNull(found.get(group)));
        }
        build(store, AFTER);
    }

    private static void build(Store store, List<String> names) {
        SideBySide.build(
                store,
                names.stream()
                        .map(name -> Script.beside(SettingApart.class, name))
                        .toList());
    }

    /// Every script of the stage, in the order they run.
    static List<Script> scripts() {
        return Stream.concat(SCRIPTS.stream(), AFTER.stream())
                .map(name -> Script.beside(SettingApart.class, name))
                .toList();
    }

    private void writeSettings(Store store) {
        store.run(Sql.of(
                "create or replace table apart_settings as "
                        + "select cast(? as double) as top_share, cast(? as integer) as min_orders",
                settings.stars().topShare(),
                settings.stars().minOrders()));
        store.run(Sql.of("create or replace table fixed_traits (name varchar)"));
        List<Sql> names = settings.fixedTraits().stream()
                .map(name -> Sql.of("(same_name(?))", name))
                .toList();
        if (!names.isEmpty()) {
            store.run(Sql.of("insert into fixed_traits values ").then(Sql.join(names, ", ")));
        }
    }
}
