package io.filon.rule.sql;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/// When a rule is asked, and what the tables it reads look like.
///
/// @param brand    the zone whose calendar counts where the person's own is not asked for
/// @param instants one for all customers of `rule_customers`; or every instant of `rule_moments`, when the rule is
///     asked of customers at instants
/// @param people   the zones customers live in
/// @param moments  whether it is asked of `rule_moments`
/// @param columns  columns of `rule_events` and, after `items.`, of `rule_items` that are properties by their names;
///     others are read from the JSON in `properties`
/// @param numbered whether `rule_customers` and `rule_events` have a `customer_no`: whole numbers from 0 without gaps,
///     by which a million customers are counted several times faster than by text
public record Asked(
        ZoneId brand,
        List<Instant> instants,
        List<ZoneId> people,
        boolean moments,
        Set<String> columns,
        boolean numbered) {

    public Asked {
        instants = instants.stream()
                .map(instant -> instant.truncatedTo(ChronoUnit.MICROS))
                .toList();
        people = List.copyOf(people);
        columns = Set.copyOf(columns);
    }

    /// Of all customers at one instant.
    public static Asked at(Instant instant, ZoneId brand, List<ZoneId> people, Set<String> columns) {
        return new Asked(brand, List.of(instant), people, false, columns, false);
    }

    /// Of customers at instants, as `rule_moments` lists them.
    public static Asked ofMoments(List<Instant> instants, ZoneId brand, List<ZoneId> people, Set<String> columns) {
        return new Asked(brand, instants, people, true, columns, false);
    }

    /// The same of tables in which customers have numbers.
    public Asked byNumber() {
        return new Asked(brand, instants, people, moments, columns, !moments);
    }
}
