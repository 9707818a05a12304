package io.filon.market;

import io.filon.market.evidence.Evidence;
import io.filon.market.evidence.Evidence.Shown;
import io.filon.market.evidence.Names;
import io.filon.market.size.Cell;
import io.filon.market.size.Input;
import io.filon.market.size.Input.Origin;
import io.filon.market.size.Inputs;
import io.filon.market.size.Sizing;
import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sizes the market that `market.yaml` describes, from what the company declares and what its own files show.
public final class Market {

    /// As many as give ranges that do not change from seed to seed.
    public static final int DRAWS = 20_000;

    private static final Shown NOTHING = new Shown(0, 1, 0, 0, null);

    private final MarketPlan plan;
    private final UniverseTable universe;
    private final Evidence evidence;
    private final List<String> unsaid = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    /// @param store with the tables of *intake* and *value*
    /// @throws FilonException when a column of `match` or `serve` is not there, with every such problem
    public Market(Store store, MarketPlan plan, UniverseTable universe) {
        this.plan = plan;
        this.universe = universe;
        check(store);
        this.evidence = new Evidence(
                store,
                universe.columns().stream()
                        .filter(plan.match()::containsKey)
                        .map(this::fact)
                        .toList());
    }

    private String fact(String column) {
        return plan.match().getOrDefault(column, "");
    }

    private void check(Store store) {
        List<Problem> problems = new ArrayList<>();
        List<String> facts = Evidence.factNames(store);
        plan.match().forEach((column, fact) -> {
            checkKnown("match", column, universe.columns(), problems);
            checkKnown("match." + column, fact, facts, problems);
        });
        plan.serve().forEach((column, values) -> {
            checkKnown("serve", column, universe.columns(), problems);
            Set<String> there = universe.groups().stream()
                    .map(group -> Names.plain(group.of().getOrDefault(column, "")))
                    .collect(Collectors.toCollection(TreeSet::new));
            values.stream()
                    .filter(value -> universe.columns().contains(column) && !there.contains(Names.plain(value)))
                    .forEach(value -> checkKnown("serve." + column, value, there, problems));
        });
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
    }

    private static void checkKnown(String where, String name, Collection<String> known, List<Problem> problems) {
        if (!known.contains(name)) {
            problems.add(Nearest.to(name, known)
                    .map(near -> Problem.of("market.unknown_near", where, name, near))
                    .orElseGet(() -> Problem.of("market.unknown", where, name, String.join(", ", known))));
        }
    }

    /// @param draws of the simulation
    /// @param seed  the same seed, the same answer
    public Found size(int draws, long seed) {
        Map<List<String>, Shown> shown = evidence.groups();
        List<Found.Group> groups = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        Optional<Input> value = known("value", evidence.value());
        Optional<Input> winRate = known("win_rate", evidence.winRate());
        double whole = winRate.map(Input::value).orElse(0.0);
        long counted = 0;
        for (List<UniverseTable.Group> alike : alike()) {
            UniverseTable.Group first = alike.getFirst();
            Shown here = plan.match().isEmpty() ? NOTHING : shown.getOrDefault(key(first), NOTHING);
            double count =
                    alike.stream().mapToDouble(UniverseTable.Group::count).sum();
            double served = alike.stream()
                    .filter(group -> served(group, here))
                    .mapToDouble(UniverseTable.Group::count)
                    .sum();
            Double rate = here.winRate();
            List<String> said = said(first);
            cells.add(new Cell(
                    String.join(" · ", said),
                    count,
                    served,
                    here.customers(),
                    here.value(),
                    (rate == null || whole == 0 ? 1 : rate / whole) * elsewhere(here, served)));
            counted += here.customers();
            groups.add(new Found.Group(
                    said,
                    count,
                    served,
                    here.customers(),
                    count > 0 ? here.customers() / count : null,
                    value.map(one -> one.value() * here.value() * count).orElse(null),
                    here.deals(),
                    rate));
        }
        long all = shown.values().stream().mapToLong(Shown::customers).sum();
        Map<String, Input> used = new LinkedHashMap<>();
        Sizing.Result result = value.map(worth -> {
                    Inputs inputs = inputs(worth, winRate.orElse(Input.certain(0, Origin.ASSUMED)));
                    used.putAll(inputs.byName());
                    return new Sizing(cells, inputs, plan.horizonMonths()).draw(draws, plan.tie(), seed);
                })
                .orElse(null);
        missing.forEach(used::remove);
        return new Found(
                plan.horizonMonths(),
                draws,
                seed,
                plan.tie(),
                plan.universe().source(),
                groups,
                used,
                unsaid,
                missing,
                result,
                plan.topDown(),
                supported(groups),
                plan.match().isEmpty() ? 0 : all - counted);
    }

    /// What is declared wins over what is measured; neither: it is missing.
    private Optional<Input> known(String name, Optional<Input> measured) {
        Optional<Input> known = declared(name).or(() -> measured);
        if (known.isEmpty()) {
            missing.add(name);
        }
        return known;
    }

    private Optional<Input> declared(String name) {
        return Optional.ofNullable(plan.inputs().get(name));
    }

    private Inputs inputs(Input value, Input winRate) {
        double doubt = plan.universe().doubt();
        return new Inputs(
                new Input(
                        1,
                        1 - doubt,
                        1 + doubt,
                        Origin.DECLARED,
                        plan.universe().source()),
                value,
                orUnsaid("served_share", Optional.empty(), 1),
                orUnsaid("deciding", Optional.empty(), 1),
                orUnsaid("competition", Optional.empty(), 0),
                winRate,
                limit("contacts", evidence.contacts()),
                limit("capacity", evidence.capacity()),
                orUnsaid("cycle_months", evidence.cycleMonths(), 0),
                orUnsaid("churn", evidence.churn(), 0),
                orUnsaid("growth", evidence.growth(), 0));
    }

    private Input orUnsaid(String name, Optional<Input> measured, double otherwise) {
        return declared(name).or(() -> measured).orElseGet(() -> {
            unsaid.add(name);
            return Input.certain(otherwise, Origin.ASSUMED);
        });
    }

    private @Nullable Input limit(String name, Optional<Input> measured) {
        Input limit = declared(name).or(() -> measured).orElse(null);
        if (limit == null) {
            unsaid.add(name);
        }
        return limit;
    }

    /// As `serve` says; where it says nothing, the groups the company already sells to, or all when none can be told.
    private boolean served(UniverseTable.Group group, Shown here) {
        if (plan.serve().isEmpty()) {
            return plan.match().isEmpty() || here.customers() >= Found.FEWEST;
        }
        return plan.serve().entrySet().stream()
                .allMatch(limit -> limit.getValue().stream()
                        .map(Names::plain)
                        .anyMatch(Names.plain(group.of().getOrDefault(limit.getKey(), ""))::equals));
    }

    /// Deals so far come from groups the company chose: elsewhere fewer may be won, and only the company can say by how
    /// much.
    private double elsewhere(Shown here, double served) {
        if (plan.match().isEmpty() || here.customers() > 0 || served == 0) {
            return 1;
        }
        if (Double.isNaN(plan.elsewhere())) {
            if (!unsaid.contains("elsewhere")) {
                unsaid.add("elsewhere");
            }
            return 1;
        }
        return plan.elsewhere();
    }

    /// Groups of the universe that customers cannot be told apart by: alike in every matched column.
    private Collection<List<UniverseTable.Group>> alike() {
        if (plan.match().isEmpty()) {
            return universe.groups().stream().map(List::of).toList();
        }
        Map<List<String>, List<UniverseTable.Group>> alike = new LinkedHashMap<>();
        universe.groups()
                .forEach(group -> alike.computeIfAbsent(key(group), _ -> new ArrayList<>())
                        .add(group));
        return alike.values();
    }

    private List<String> said(UniverseTable.Group group) {
        return universe.columns().stream()
                .filter(column -> plan.match().isEmpty() || plan.match().containsKey(column))
                .map(column -> group.of().getOrDefault(column, ""))
                .toList();
    }

    private List<String> key(UniverseTable.Group group) {
        return universe.columns().stream()
                .filter(plan.match()::containsKey)
                .map(column -> Names.plain(group.of().getOrDefault(column, "")))
                .toList();
    }

    private static double supported(List<Found.Group> groups) {
        double all = 0;
        double with = 0;
        for (Found.Group group : groups) {
            Double sales = group.sales();
            double worth = sales == null ? group.count() : sales;
            all += worth;
            with += group.customers() >= Found.FEWEST ? worth : 0;
        }
        return all == 0 ? 0 : with / all;
    }
}
