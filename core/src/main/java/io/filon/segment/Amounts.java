package io.filon.segment;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.math.BigDecimal;
import org.roaringbitmap.RoaringBitmap;

/// One amount of money a customer, by number; sums of any set of customers are exact.
public final class Amounts {

    private final long[] tenThousandths;

    /// @param tenThousandths of the currency's unit, `long[customers]`; 0 where nothing is known. Not copied
    public Amounts(long[] tenThousandths) {
        this.tenThousandths = tenThousandths;
    }

    /// @param column  of `table`, money
    /// @param length  of the index
    public static Amounts load(Store store, String table, String column, int length) {
        long[] amounts = new long[length];
        store.scan(
                Sql.of("select segment_customers.customer_no, cast(facts.%s * 10000 as double) from %s as facts "
                                .formatted(column, table)
                        + "join segment_customers on segment_customers.customer_id = facts.customer_id "
                        + "where facts.%s is not null".formatted(column)),
                row -> amounts[(int) row.number(0)] = Math.round(row.number(1)));
        return new Amounts(amounts);
    }

    public long of(int number) {
        return number < tenThousandths.length ? tenThousandths[number] : 0;
    }

    public BigDecimal sum(RoaringBitmap numbers) {
        long[] sum = {0};
        numbers.forEach((int number) -> sum[0] += of(number));
        return money(sum[0]);
    }

    static BigDecimal money(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4);
    }
}
