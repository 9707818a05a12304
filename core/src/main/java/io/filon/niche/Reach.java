package io.filon.niche;

import io.filon.market.Found;
import io.filon.market.MarketPlan;
import io.filon.market.evidence.Names;
import io.filon.market.size.Input;
import io.filon.niche.People.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Who could be won: from what `market.yaml` counts where it names a fact of customers, else from whom the files
/// show.
final class Reach {

    /// @param count   whom the company serves of a group of the universe
    /// @param inside,among its customers who are in the niche, of all who are there
    /// @param whole   whether the niche is told by what the universe counts by, so that all of the group are in it
    record Cell(double count, long inside, long among, boolean whole) {}

    private final @Nullable MarketPlan plan;
    private final @Nullable Found found;
    private final People people;
    private final List<RoaringBitmap> cells = new ArrayList<>();

    /// @param columns of the universe that are matched, in their order
    Reach(People people, @Nullable MarketPlan plan, List<String> columns, @Nullable Found found) {
        this.people = people;
        this.plan = plan;
        this.found = found;
        if (plan != null && found != null && !plan.match().isEmpty()) {
            cellsOf(plan, columns, found);
        }
    }

    /// The customers of each group, told by the matched facts in the order of the universe's columns.
    private void cellsOf(MarketPlan plan, List<String> columns, Found found) {
        List<Map<String, RoaringBitmap>> facts = new ArrayList<>();
        for (String column : columns) {
            String fact = plan.match().getOrDefault(column, "");
            Map<String, RoaringBitmap> plain = new java.util.HashMap<>();
            Optional<People.Column> known = people.column(fact);
            known.or(() -> fact.equals("sector") ? Optional.of(people.column(fact, Row::sector)) : Optional.empty())
                    .ifPresent(told -> told.values()
                            .forEach((value, set) -> plain.computeIfAbsent(Names.plain(value), _ -> new RoaringBitmap())
                                    .or(set)));
            facts.add(plain);
        }
        for (Found.Group group : found.groups()) {
            RoaringBitmap cell = null;
            for (int i = 0; i < facts.size(); i++) {
                RoaringBitmap there =
                        facts.get(i).getOrDefault(Names.plain(group.of().get(i)), new RoaringBitmap());
                cell = cell == null ? there.clone() : RoaringBitmap.and(cell, there);
            }
            cells.add(cell == null ? new RoaringBitmap() : cell);
        }
    }

    boolean counted() {
        return !cells.isEmpty();
    }

    int months() {
        return plan == null ? 12 : plan.horizonMonths();
    }

    /// By the names of `market.yaml`: as *market* used it, or as declared where there was no market to size.
    Optional<Input> input(String name) {
        if (found == null || plan == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(found.inputs().get(name))
                .or(() -> Optional.ofNullable(plan.inputs().get(name)));
    }

    /// The groups of the universe the company serves with somebody of the niche in them.
    List<Cell> cells(Candidate candidate) {
        List<Cell> shares = new ArrayList<>();
        List<Found.Group> groups = found == null ? List.of() : found.groups();
        boolean byFacts = candidate.toldBefore() && toldByMatch(candidate);
        RoaringBitmap buyers = people.buyers();
        for (int i = 0; i < cells.size(); i++) {
            double served = groups.get(i).served();
            RoaringBitmap there = RoaringBitmap.and(cells.get(i), buyers);
            long inside = RoaringBitmap.andCardinality(there, candidate.members());
            if (served > 0 && inside > 0) {
                shares.add(new Cell(served, inside, there.getCardinality(), byFacts));
            }
        }
        return shares;
    }

    /// Whether the universe counts by every fact that tells the niche.
    private boolean toldByMatch(Candidate candidate) {
        return plan != null
                && !candidate.attributes().isEmpty()
                && candidate.attributes().stream()
                        .allMatch(attribute -> plan.match().containsValue(attribute.fact()));
    }

    /// Everybody served.
    double served() {
        return found == null
                ? 0
                : found.groups().stream().mapToDouble(Found.Group::served).sum();
    }

    /// First purchases in the last 365 days: today's pace.
    long newLastYear(RoaringBitmap members) {
        return members.stream()
                .mapToObj(people::row)
                .filter(row -> row.firstDays() >= 0 && row.firstDays() < 365)
                .count();
    }
}
