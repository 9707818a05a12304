package io.filon.value;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/// Money of different months made comparable: writes `price_levels` (month, factor), by which a sum of that month is
/// multiplied to be in the prices of the run's date.
///
/// Empty, so that nothing is changed, when no index is given or prices rose by 10 % a year or less.
final class PriceLevels {

    private static final double MUCH_A_YEAR = 1.10;

    private final Map<String, Double> index;

    /// @param index prices by month (`2024-03`) or year (`2024`), any scale over 0
    PriceLevels(Map<String, Double> index) {
        this.index = index;
    }

    void write(Store store, LocalDate first, LocalDate asOf) {
        store.run(Sql.of("create or replace table price_levels (month date, factor double)"));
        if (!risesFast(YearMonth.from(first), YearMonth.from(asOf))) {
            return;
        }
        Optional<Double> today = level(YearMonth.from(asOf));
        for (YearMonth month = YearMonth.from(first);
                !month.isAfter(YearMonth.from(asOf));
                month = month.plusMonths(1)) {
            Optional<Double> then = level(month);
            if (today.isPresent() && then.isPresent()) {
                store.run(Sql.of("insert into price_levels values (?, ?)", month.atDay(1), today.get() / then.get()));
            }
        }
    }

    /// Whether some twelve months, or the whole time when it is shorter, brought more than 10 % a year.
    private boolean risesFast(YearMonth first, YearMonth last) {
        for (YearMonth month = first; month.isBefore(last); month = month.plusMonths(1)) {
            YearMonth later = month.plusMonths(12).isAfter(last) ? last : month.plusMonths(12);
            Optional<Double> from = level(month);
            Optional<Double> to = level(later);
            double years = (later.getYear() - month.getYear()) + (later.getMonthValue() - month.getMonthValue()) / 12.0;
            if (from.isPresent() && to.isPresent() && Math.pow(to.get() / from.get(), 1 / years) > MUCH_A_YEAR) {
                return true;
            }
        }
        return false;
    }

    private Optional<Double> level(YearMonth month) {
        Double ofMonth = index.get(month.toString());
        return Optional.ofNullable(ofMonth != null ? ofMonth : index.get(Integer.toString(month.getYear())));
    }
}
