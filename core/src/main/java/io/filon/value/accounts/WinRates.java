package io.filon.value.accounts;

import io.filon.stats.incidence.CumulativeIncidence;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Writes `win_rates`: of the opportunities begun in each month or quarter, and of all, how many are won by a day that
/// is the same for all. Open ones count as open, not as lost.
///
/// The day: within which nineteen in twenty closed opportunities closed. A cohort too young for it is read at the day
/// half of it has been followed to, and `day` says which. Cohorts from before the file records any closing hold only
/// what was still open by then: they are counted, and left without a rate (`complete` is false).
final class WinRates {

    private static final double MOST = 0.95;

    private final Store store;
    private final List<Opportunity> all;
    private final LocalDate completeFrom;
    private final LocalDate asOf;

    WinRates(Store store, List<Opportunity> all) {
        this.store = store;
        this.all = all;
        this.completeFrom = Records.completeFrom(all);
        this.asOf = store.text(Sql.of("select as_of from run"))
                .map(LocalDate::parse)
                .orElseThrow();
    }

    void write() {
        store.run(
                Sql.of(
                        "create or replace table win_rates (cohort date, complete boolean, deals bigint, won bigint, "
                                + "lost bigint, open bigint, day integer, won_share double, lost_share double, low double, high double)"));
        List<Opportunity> complete = all.stream().filter(this::complete).toList();
        if (complete.isEmpty()) {
            return;
        }
        int horizon = horizon(complete);
        insert("null", complete, horizon);
        TreeMap<LocalDate, List<Opportunity>> cohorts =
                all.stream().collect(Collectors.groupingBy(Opportunity::cohort, TreeMap::new, Collectors.toList()));
        cohorts.forEach((cohort, deals) -> insert(cohort.toString(), deals, horizon));
    }

    private boolean complete(Opportunity deal) {
        return !deal.cohort().isBefore(completeFrom);
    }

    private static int horizon(List<Opportunity> deals) {
        int[] closed = deals.stream()
                .filter(deal -> deal.won() || deal.lost())
                .mapToInt(Opportunity::followedDays)
                .sorted()
                .toArray();
        return closed.length == 0 ? 0 : closed[(int) Math.ceil(MOST * closed.length) - 1];
    }

    /// Days since half of them began, or more.
    private int followed(List<Opportunity> deals) {
        long[] days = deals.stream()
                .mapToLong(deal -> ChronoUnit.DAYS.between(deal.openedOn(), asOf))
                .sorted()
                .toArray();
        return (int) days[days.length / 2];
    }

    private void insert(String cohort, List<Opportunity> deals, int horizon) {
        int day = Math.min(horizon, followed(deals));
        CumulativeIncidence.Share share =
                new CumulativeIncidence(deals.stream().map(Opportunity::asCase).toList()).by(day);
        long won = deals.stream().filter(Opportunity::won).count();
        long lost = deals.stream().filter(Opportunity::lost).count();
        store.run(Sql.of(
                "insert into win_rates values (try_cast(? as date), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                cohort,
                complete(deals.getFirst()),
                (long) deals.size(),
                won,
                lost,
                deals.size() - won - lost,
                day,
                share.share(),
                share.other(),
                share.low(),
                share.high()));
    }
}
