package io.filon.report;

import io.filon.report.Audit.Base;
import io.filon.report.Audit.Finding;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be said of leads, opportunities and visits, and which file is missing to say what they are worth.
final class FindingsBeforeSales {

    private static final long FEW_LEADS = 50;

    /// Channels are compared when chance alone would part them so far less than three times in a thousand.
    private static final double CLEAR = 3;

    private record ChannelRow(String channel, long leads, long converted) {
        double share() {
            return (double) converted / leads;
        }
    }

    private record DealCounts(
            long won,
            long lost,
            long wonWithAmount,
            @Nullable BigDecimal wonValue) {}

    private final Base base;
    private final Store store;

    FindingsBeforeSales(Base base, Store store) {
        this.base = base;
        this.store = store;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        deals().ifPresent(findings::add);
        leads().ifPresent(findings::add);
        if (base.buyers() == 0) {
            missingPurchases().ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<Finding> deals() {
        DealCounts deals = store.query(
                        Sql.of(
                                "select count(*) filter (where state = 'won') as won, "
                                        + "count(*) filter (where state = 'lost') as lost, "
                                        + "count(*) filter (where state = 'won' and amount is not null) as won_with_amount, "
                                        + "cast(sum(amount) filter (where state = 'won') as decimal(18, 4)) as won_value from deals"),
                        DealCounts.class)
                .getFirst();
        if (deals.won == 0) {
            return Optional.empty();
        }
        if (deals.wonWithAmount == 0) {
            return Optional.of(measured("deals_without_amount", BigDecimal.ZERO, new Value.Count(deals.won)));
        }
        if (deals.lost == 0) {
            return Optional.empty();
        }
        BigDecimal value = deals.wonValue == null ? BigDecimal.ZERO : deals.wonValue;
        return Optional.of(measured(
                "won_deals",
                value,
                new Value.Count(deals.won),
                new Value.Count(deals.won + deals.lost),
                new Value.Share((double) deals.won / (deals.won + deals.lost)),
                new Value.Money(value)));
    }

    /// The channel that turns most of its leads into customers beside the one that turns fewest, if clearly apart.
    private Optional<Finding> leads() {
        List<ChannelRow> channels = store.query(
                Sql.of(
                        "select leads.channel, count(*) as leads, "
                                + "count(*) filter (where leads.converted or won.lead_id is not null) as converted "
                                + "from leads left join (select distinct lead_id from deals where state = 'won') as won "
                                + "on won.lead_id = leads.lead_id where leads.channel is not null group by leads.channel "
                                + "having count(*) >= ? order by 1",
                        FEW_LEADS),
                ChannelRow.class);
        Optional<ChannelRow> best = channels.stream().max(java.util.Comparator.comparingDouble(ChannelRow::share));
        Optional<ChannelRow> worst = channels.stream().min(java.util.Comparator.comparingDouble(ChannelRow::share));
        if (best.isEmpty() || worst.isEmpty() || !clearlyApart(best.get(), worst.get())) {
            return Optional.empty();
        }
        return Optional.of(measured(
                "lead_channels",
                BigDecimal.ZERO,
                new Value.Name(best.get().channel),
                new Value.Share(best.get().share()),
                new Value.Count(best.get().leads),
                new Value.Name(worst.get().channel),
                new Value.Share(worst.get().share()),
                new Value.Count(worst.get().leads)));
    }

    private static boolean clearlyApart(ChannelRow best, ChannelRow worst) {
        double both = (double) (best.converted + worst.converted) / (best.leads + worst.leads);
        double error = Math.sqrt(both * (1 - both) * (1.0 / best.leads + 1.0 / worst.leads));
        return error > 0 && (best.share() - worst.share()) / error > CLEAR;
    }

    private Optional<Finding> missingPurchases() {
        if (base.events() > 0) {
            long people = store.number(Sql.of("select count(distinct customer_id) from events"));
            return Optional.of(missing("events_without_purchases", base.events(), people));
        }
        if (base.leads() > 0) {
            return Optional.of(missing("leads_without_purchases", base.leads(), base.leads()));
        }
        return base.customers() > 0
                ? Optional.of(missing("customers_without_purchases", base.customers(), base.customers()))
                : Optional.empty();
    }

    private static Finding missing(String code, long things, long people) {
        return new Finding(
                code,
                Phrase.of("finding." + code, new Value.Count(things), new Value.Count(people)),
                Phrase.of("certainty.no_purchases"),
                BigDecimal.ZERO,
                "",
                Phrase.of("next_step.add_purchases"));
    }

    private static Finding measured(String code, BigDecimal money, Value... values) {
        return new Finding(
                code,
                Phrase.of("finding." + code, values),
                Phrase.of("certainty.measured"),
                money,
                "",
                Phrase.of("next_step." + code));
    }
}
