package io.filon.priority;

import io.filon.store.Script;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Settings;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Works out where the next euro goes: the matrix of priorities, and a budget shared out by it.
///
/// Starts from the method's own figures, taken as a prior; only contacts drawn at random move them. Needs the tables of
/// *value*, predictions if there are any, and `priority_owners` ([OwnerTable]). The same tables give the same answer.
public final class Prioritising {

    private static final List<String> SCRIPTS = List.of(
            "contacts_sent",
            "contact_stages",
            "campaign_balance",
            "contact_strata",
            "contact_effects",
            "contact_answers",
            "priority_people",
            "dormant_groups");

    private record Answers(
            String stage,
            long contacts,
            long answers,
            long priced,
            @Nullable Double costEach) {}

    private final Settings settings;
    private final Settings.Priorities asked;
    private final Map<String, String> names;

    /// @param names of segments that are not stages, by key
    public Prioritising(Settings settings, Settings.Priorities asked, Map<String, String> names) {
        this.settings = settings;
        this.asked = asked;
        this.names = Map.copyOf(names);
    }

    public Priorities run(Store store) {
        settings(store, asked.answerDays());
        SideBySide.build(store, scripts());
        Map<String, Measured> measured = byStage(
                store.read("contact_effects", Measured.class).stream()
                        .map(Measured::floored)
                        .toList(),
                Measured::stage);
        Map<String, Answers> answers = byStage(store.read("contact_answers", Answers.class), Answers::stage);
        List<Draft> drafts = SegmentPeople.read(store, asked.answerDays()).stream()
                .map(people -> draft(people, measured.get(people.stage()), answers.get(people.stage())))
                .toList();
        List<Matrix.Line> lines = Draft.believed(drafts, asked.priorContacts());
        List<Row> rows = Matrix.rows(lines);
        return new Priorities(
                asked,
                rows,
                new Planning(asked, rows, Matrix.bySegment(lines)).plan(),
                store.number(
                        Sql.of(
                                "select count(*) from lifecycle where customer_id not in (select customer_id from priority_owners)")),
                store.number(Sql.of("select count(*) from priority_people where refused")),
                store.read("dormant_groups", Priorities.Dormant.class),
                store.read("campaign_balance", Priorities.Campaign.class),
                store.number(Sql.of("select count(expected_orders) from priority_people")) > 0);
    }

    /// Every script of the stage, in the order they run.
    static List<Script> scripts() {
        return SCRIPTS.stream()
                .map(name -> Script.beside(Prioritising.class, name))
                .toList();
    }

    static void settings(Store store, int answerDays) {
        store.run(Sql.of(
                "create or replace table priority_settings as select cast(? as integer) as answer_days", answerDays));
    }

    private Draft draft(SegmentPeople people, @Nullable Measured measured, @Nullable Answers answers) {
        Double declared = asked.contactCosts().get(people.segment());
        Double stated = answers == null ? null : answers.costEach;
        boolean priced = stated != null && stated > 0;
        double assumed = Playbook.effort(people.stage())
                .contactCost(settings.costs().contactCost().value());
        double cost = declared != null ? declared : stated != null && stated > 0 ? stated : assumed;
        Double gross = answers == null ? null : (double) answers.answers / answers.contacts;
        double foretold = Double.isNaN(people.usualRate()) ? (gross == null ? 0.05 : gross) : people.usualRate();
        return new Draft(
                people,
                names.getOrDefault(people.segment(), ""),
                cost,
                declared != null ? "declared" : priced ? "measured" : "assumed",
                measured,
                gross,
                answers == null ? 0 : answers.contacts,
                measured != null ? measured.usualRate() : foretold);
    }

    private static <T> Map<String, T> byStage(List<T> rows, Function<T, String> stage) {
        return rows.stream().collect(Collectors.toMap(stage, row -> row));
    }
}
