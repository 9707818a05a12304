package io.filon.priority;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The customers a segment owns, as far as contacting them matters.
///
/// @param segment    its key
/// @param stage      of most of them
/// @param customers  all
/// @param worths     what an order of each who may be contacted is expected to leave, largest first
/// @param salesShare of what an order leaves, how much is charged
/// @param usualRate  0..1 who buy anyway within the days of an answer, as foretold; NaN when nothing was
/// @param worth      what an order leaves on average; 0 when nobody may be contacted
/// @param bestWorth  the same of the best tenth: whom the next euro is spent on
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, never compared
record SegmentPeople(
        String segment,
        String stage,
        long customers,
        double[] worths,
        double salesShare,
        double usualRate,
        double worth,
        double bestWorth) {

    SegmentPeople(String segment, String stage, long customers, double[] worths, double salesShare, double usualRate) {
        this(
                segment,
                stage,
                customers,
                worths,
                salesShare,
                usualRate,
                average(worths, worths.length),
                average(worths, Math.max(1, worths.length / 10)));
    }

    private record Counted(
            String segment, String stage, long customers, double salesShare, double expectedOrders, boolean foretold) {}

    /// @param answerDays days within which an order counts as an answer
    static List<SegmentPeople> read(Store store, int answerDays) {
        Map<String, List<Double>> worths = new LinkedHashMap<>();
        store.scan(
                Sql.of("select segment, order_worth from priority_people where not refused "
                        + "order by segment, order_worth desc, customer_id"),
                row -> worths.computeIfAbsent(String.valueOf(row.text(0)), segment -> new ArrayList<>())
                        .add(row.number(1)));
        return store.query(Sql.of("""
                        with parts as (
                            select segment, stage, count(*) as people from priority_people group by segment, stage
                        ),
                        largest as (
                            select segment, stage, row_number() over (partition by segment order by people desc, stage) as place
                            from parts
                        )
                        select priority_people.segment, min(largest.stage) as stage, count(*) as customers,
                            avg(priority_people.revenue_share) as sales_share,
                            coalesce(avg(priority_people.expected_orders), 0.0) as expected_orders,
                            count(priority_people.expected_orders) > 0 as foretold
                        from priority_people
                        inner join largest on largest.segment = priority_people.segment and largest.place = 1
                        group by priority_people.segment order by priority_people.segment"""), Counted.class).stream()
                .map(row -> new SegmentPeople(
                        row.segment,
                        row.stage,
                        row.customers,
                        worths.getOrDefault(row.segment, List.of()).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray(),
                        row.salesShare,
                        row.foretold ? 1 - Math.exp(-row.expectedOrders * answerDays / 365) : Double.NaN))
                .toList();
    }

    private static double average(double[] worths, int first) {
        double sum = 0;
        for (int i = 0; i < Math.min(first, worths.length); i++) {
            sum += worths[i];
        }
        return worths.length == 0 ? 0 : sum / first;
    }
}
