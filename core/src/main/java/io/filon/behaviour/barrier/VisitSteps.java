package io.filon.behaviour.barrier;

import io.filon.stats.FalseShare;
import io.filon.stats.matched.ConditionalLogit;
import io.filon.stats.matched.ConditionalLogit.Choice;
import io.filon.stats.matched.Lift;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Steps: what a customer's visits that ended in a purchase had more, or less, than the same customer's other visits.
/// What they had clearly less is friction: an empty search, an error, a slow page. Writes `visit_steps`.
///
/// A step says what goes with buying, not what makes people buy: whoever has decided also looks more up.
final class VisitSteps {

    private static final List<String> STEPS = List.of(
            "searched",
            "empty_search",
            "compared",
            "filtered",
            "listed",
            "downloaded",
            "watched",
            "chatted",
            "asked_help",
            "error_seen",
            "slow_page");

    private static final int FEWEST_CUSTOMERS = 30;

    private final double errorRate;

    VisitSteps(double errorRate) {
        this.errorRate = errorRate;
    }

    /// Visits of one customer, those that bought first.
    private record Visits(List<boolean[]> steps, int bought) {

        List<Choice> choice(int step, int cluster) {
            int with = 0;
            double[][] alternatives = new double[steps.size()][];
            for (int i = 0; i < alternatives.length; i++) {
                boolean done = steps.get(i)[step];
                with += done ? 1 : 0;
                alternatives[i] = new double[] {done ? 1 : 0};
            }
            return with == 0 || with == alternatives.length
                    ? List.of()
                    : List.of(Choice.of(alternatives, bought, cluster));
        }
    }

    private record Tested(String step, int customers, Lift lift) {}

    void write(Store store) {
        List<Visits> customers = read(store);
        List<Tested> tested = new ArrayList<>();
        for (int step = 0; step < STEPS.size(); step++) {
            List<Choice> choices = new ArrayList<>();
            for (int i = 0; i < customers.size(); i++) {
                choices.addAll(customers.get(i).choice(step, i));
            }
            if (choices.size() >= FEWEST_CUSTOMERS) {
                String name = STEPS.get(step);
                ConditionalLogit.fit(choices)
                        .ifPresent(lifts -> tested.add(new Tested(name, choices.size(), lifts.getFirst())));
            }
        }
        double[] q = FalseShare.adjusted(
                tested.stream().mapToDouble(each -> each.lift.p()).toArray());
        store.run(Sql.of("create or replace table visit_steps (step varchar, customers bigint, lift double, "
                + "low double, high double, q double, state varchar)"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            Lift lift = tested.get(i).lift;
            String state = q[i] > errorRate ? "nothing" : lift.log() > 0 ? "more" : "less";
            rows.add(Arrays.asList(
                    tested.get(i).step,
                    (long) tested.get(i).customers,
                    lift.times(),
                    lift.low(),
                    lift.high(),
                    q[i],
                    state));
        }
        store.append("visit_steps", rows);
    }

    private static List<Visits> read(Store store) {
        List<Visits> customers = new ArrayList<>();
        String[] last = {""};
        List<boolean[]> steps = new ArrayList<>();
        int[] bought = {0};
        store.scan(
                Sql.of("select customer_id, case when bought then 1 else 0 end, "
                        + String.join(
                                ", ",
                                STEPS.stream()
                                        .map(step -> "case when " + step + " then 1 else 0 end")
                                        .toList())
                        + " from step_sessions order by customer_id, bought desc nulls last, session_id"),
                cells -> {
                    String customer = String.valueOf(cells.text(0));
                    if (!customer.equals(last[0]) && !steps.isEmpty()) {
                        customers.add(new Visits(List.copyOf(steps), bought[0]));
                        steps.clear();
                        bought[0] = 0;
                    }
                    last[0] = customer;
                    bought[0] += (int) cells.number(1);
                    boolean[] done = new boolean[STEPS.size()];
                    for (int i = 0; i < done.length; i++) {
                        done[i] = cells.number(2 + i) == 1;
                    }
                    steps.add(done);
                });
        if (!steps.isEmpty()) {
            customers.add(new Visits(List.copyOf(steps), bought[0]));
        }
        return customers;
    }
}
