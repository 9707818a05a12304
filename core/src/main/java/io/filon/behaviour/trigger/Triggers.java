package io.filon.behaviour.trigger;

import io.filon.behaviour.BehaviourFacts;
import io.filon.store.Script;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds what from outside sets purchases off, or says why it cannot be told.
///
/// Needs the tables of *intake* and *value*; makes `triggers`. The same tables give the same answer.
public final class Triggers {

    private static final List<String> SCRIPTS = List.of(
            "trigger_purchases",
            "price_changes",
            "restock_ages",
            "trigger_onsets",
            "own_actions",
            "outside_marks",
            "customer_places");

    /// An hour, a day, three days, a week.
    private static final List<Long> WINDOWS = List.of(3_600L, Moments.DAY, 3 * Moments.DAY, 7 * Moments.DAY);

    /// Around the age at which what was bought is usually bought again.
    private static final List<Long> DUE = List.of(3 * Moments.DAY, 7 * Moments.DAY);

    /// What a day is like outside is felt that day.
    private static final List<Long> THAT_DAY = List.of(Moments.DAY);

    private final double errorRate;

    /// @param errorRate share of what is named that may be false
    public Triggers(double errorRate) {
        this.errorRate = errorRate;
    }

    public void run(Store store) {
        SideBySide.build(store, scripts());
        People people = new People();
        Purchases purchases = Purchases.read(store, people);
        Family family = new Family(purchases);
        if (purchases.size > 0) {
            sources(store, people, family);
            outside(store, people, family);
            for (Payday payday : Payday.values()) {
                family.shared(
                        family.row("payday", payday.name().toLowerCase(Locale.ROOT), 0, 0), payday.test(purchases));
            }
        }
        family.settle(errorRate);
        family.write(store);
    }

    /// Writes who is under the influence of a trigger that was found: `trigger.now` is its name.
    public static void tellFacts(Store store) {
        BehaviourFacts.write(store, "trigger", Sql.of("""
                select trigger_onsets.customer_id, 'trigger.now' as name,
                    min(triggers.name) as value
                from trigger_onsets
                cross join run
                inner join triggers on triggers.kind = trigger_onsets.kind and triggers.name = trigger_onsets.name
                where triggers.state = 'found' and triggers.kind = 'campaign' and not trigger_onsets.control
                    and (day_number(run.as_of) + 1 - trigger_onsets.onset_day) * 86400 - trigger_onsets.onset_second
                        <= triggers.window_hours * 3600
                group by trigger_onsets.customer_id"""));
    }

    /// Every script of the stage, in the order they run.
    static List<Script> scripts() {
        return SCRIPTS.stream().map(name -> Script.beside(Triggers.class, name)).toList();
    }

    private static void sources(Store store, People people, Family family) {
        List<Source> sources = Source.read(store, people);
        if (sources.isEmpty()) {
            return;
        }
        Moments bought = new Moments();
        Moments acted = new Moments();
        store.scan(
                Sql.of("select encode(customer_id), action_day, action_second, case when bought then 1 else 0 end "
                        + "from own_actions"),
                cells -> {
                    int person = people.number(String.valueOf(cells.text(0)));
                    long moment = ((long) cells.number(1)) * Moments.DAY + (long) cells.number(2);
                    acted.add(person, moment);
                    if (cells.number(3) == 1) {
                        bought.add(person, moment);
                    }
                });
        acted.sort();
        bought.sort();
        long lastMoment = store.number(Sql.of("select day_number(as_of) from run")) * Moments.DAY + Moments.DAY;
        Reaction reaction = new Reaction(acted, bought, people.size());
        for (Source source : sources) {
            Family.Row row = family.row(source.kind(), source.name(), source.times(), source.people());
            Optional<Controlled> controlled = Controlled.of(source, bought, people, lastMoment);
            if (controlled.isPresent()) { // an experiment says more than any comparison of days
                family.measured(row, controlled.get());
            } else if (source.kind().equals("campaign") && reaction.isTo(source)) {
                row.state = "reactive";
            } else {
                family.compare(row, source, source.kind().equals("restock") ? DUE : WINDOWS);
            }
        }
    }

    private static void outside(Store store, People people, Family family) {
        Outside outside = Outside.read(store, people);
        for (Outside.Measure measure : outside.measures(store)) {
            Family.Row row = family.row(measure.kind(), measure.name(), measure.times(), outside.people());
            if (outside.comparesPlaces()) {
                family.compare(row, outside.source(measure), THAT_DAY);
            } else {
                family.shared(row, outside.shared(measure, family.purchases()));
            }
        }
    }
}
