package io.filon.value.contest;

import static io.filon.problem.Require.require;

import io.filon.store.Cells;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.trait.Traits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Every purchase day of every customer as columns, ordered by customer and day. Days are days since 1970.
///
/// @param customers ids, ordered
/// @param start     where each customer's days begin; one entry more than customers
/// @param day       of each purchase
/// @param revenue   of each purchase day, returns taken off
/// @param margin    what the day left after the costs of its orders
/// @param lastDay   the last day that is known
/// @param traits    what was known of each customer at the first purchase; may be [Traits#NONE]
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record PurchaseLog(
        List<String> customers, int[] start, int[] day, double[] revenue, double[] margin, int lastDay, Traits traits) {

    public PurchaseLog {
        customers = List.copyOf(customers);
        require(start.length == customers.size() + 1, "%d starts of %d customers", start.length, customers.size());
        require(day.length == revenue.length && day.length == margin.length, "columns of unequal length");
    }

    public PurchaseLog(List<String> customers, int[] start, int[] day, double[] revenue, double[] margin, int lastDay) {
        this(customers, start, day, revenue, margin, lastDay, Traits.NONE);
    }

    /// The same customers and what was known of them.
    public PurchaseLog with(Traits known) {
        return new PurchaseLog(customers, start, day, revenue, margin, lastDay, known);
    }

    /// Reads `purchase_days` up to the run's date.
    public static PurchaseLog of(Store store) {
        LocalDate asOf =
                LocalDate.parse(store.text(Sql.of("select as_of from run")).orElseThrow());
        Columns columns = new Columns(Math.toIntExact(store.number(Sql.of("select count(*) from purchase_days"))));
        store.scan(
                Sql.of("select encode(customer_id), cast(bought_on - date '1970-01-01' as integer) as bought_day, "
                        + "cast(revenue as double) as revenue, cast(margin as double) as margin "
                        + "from purchase_days order by customer_id, bought_on"),
                columns::add);
        return columns.log((int) asOf.toEpochDay());
    }

    public int size() {
        return customers.size();
    }

    /// The first day anybody bought; the last known one when nobody did.
    public int firstDay() {
        return Arrays.stream(day).min().orElse(lastDay);
    }

    private static final class Columns {
        private final List<String> customers = new ArrayList<>();
        private final int[] day;
        private final double[] revenue;
        private final double[] margin;
        private int[] start = new int[1024];
        private int rows;

        Columns(int size) {
            day = new int[size];
            revenue = new double[size];
            margin = new double[size];
        }

        void add(Cells row) {
            String customer = String.valueOf(row.text(0));
            if (customers.isEmpty() || !customers.getLast().equals(customer)) {
                start = customers.size() + 2 > start.length ? Arrays.copyOf(start, start.length * 2) : start;
                start[customers.size()] = rows;
                customers.add(customer);
            }
            day[rows] = (int) row.number(1);
            revenue[rows] = stated(row.number(2));
            margin[rows] = stated(row.number(3));
            rows++;
        }

        private static double stated(double amount) {
            return Double.isNaN(amount) ? 0 : amount;
        }

        PurchaseLog log(int lastDay) {
            int[] starts = Arrays.copyOf(start, customers.size() + 1);
            starts[customers.size()] = rows;
            return new PurchaseLog(customers, starts, day, revenue, margin, lastDay);
        }
    }
}
