package io.filon.report;

import io.filon.report.Audit.Cause;
import io.filon.report.Audit.LossMakers;
import io.filon.report.Audit.Member;
import io.filon.report.Audit.Profile;
import io.filon.report.Audit.Stage;
import io.filon.report.Audit.Stars;
import io.filon.rule.say.Sentence;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Formats;
import io.filon.text.Messages;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import io.filon.value.ShippedRules;
import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The groups an audit shows: stars, loss makers and the stages of the lifecycle.
final class GroupTables {

    private static final int SHOWN = 10;

    private record Window(LocalDate fromOn, LocalDate toOn) {}

    private record ProfileRow(
            boolean star,
            long customers,
            BigDecimal net,
            double ordersPerCustomer,
            double netPerCustomer,
            @Nullable Double marginShare,
            double tenureDays,
            @Nullable Double satisfaction,
            @Nullable Double ticketsPerCustomer,
            @Nullable Double returnShare) {

        Profile profile() {
            return new Profile(
                    customers,
                    ordersPerCustomer,
                    netPerCustomer,
                    marginShare,
                    tenureDays,
                    satisfaction,
                    ticketsPerCustomer,
                    returnShare);
        }
    }

    private record Cut(long stars, @Nullable BigDecimal thresholdNet) {}

    private record Star(String customerId, @Nullable String email, BigDecimal netWindow, long ordersWindow) {}

    private record LossMaker(String customerId, @Nullable String email, BigDecimal net, String mainCause) {}

    private record Losses(long customers, BigDecimal net, long survivingLowCosts) {}

    private record StageRow(
            String stage,
            long customers,
            BigDecimal revenue,
            BigDecimal net,
            BigDecimal net12m,
            BigDecimal netLastActive,
            double medianDaysSinceLastOrder,
            double medianUsualGapDays) {}

    private static final Profile NOBODY = new Profile(0, 0, 0, null, 0, null, null, null);

    private final Store store;
    private final Settings settings;
    private final Messages messages;
    private final Formats formats;

    GroupTables(Store store, Settings settings, Messages messages, Formats formats) {
        this.store = store;
        this.settings = settings;
        this.messages = messages;
        this.formats = formats;
    }

    Stars stars() {
        Window window = store.read("star_window", Window.class).getFirst();
        Cut cut = store.read("star_cut", Cut.class).getFirst();
        List<ProfileRow> profiles = store.read("star_profiles", ProfileRow.class);
        Optional<ProfileRow> stars = profiles.stream().filter(ProfileRow::star).findFirst();
        Optional<ProfileRow> rest =
                profiles.stream().filter(profile -> !profile.star).findFirst();
        BigDecimal net = stars.map(ProfileRow::net).orElse(BigDecimal.ZERO);
        BigDecimal windowNet = windowNet();
        return new Stars(
                ShippedRules.starYaml(settings.stars()),
                Sentence.of(ShippedRules.stars(settings.stars()), messages, formats),
                window.fromOn,
                window.toOn,
                cut.stars,
                profiles.stream().mapToLong(ProfileRow::customers).sum(),
                net,
                windowNet.signum() > 0 ? net.doubleValue() / windowNet.doubleValue() : null,
                cut.thresholdNet,
                stars.map(ProfileRow::profile).orElse(NOBODY),
                rest.map(ProfileRow::profile).orElse(NOBODY),
                starMembers(),
                cut.stars > 0
                        ? null
                        : Phrase.of(
                                profiles.isEmpty() ? "stars.why.nobody_long_enough" : "stars.why.nobody_qualifies"));
    }

    private BigDecimal windowNet() {
        return store.text(Sql.of("select cast(coalesce(sum(net_window), 0) as decimal(18, 4)) from customer_windows"))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO);
    }

    private List<Member> starMembers() {
        return store
                .query(
                        Sql.of("select star_customers.*, (select min(email) from customers where customers.customer_id "
                                + "= star_customers.customer_id) as email from star_customers "
                                + "order by net_window desc nulls last, customer_id limit " + SHOWN),
                        Star.class)
                .stream()
                .map(star -> new Member(
                        star.customerId,
                        star.email,
                        Phrase.of("reason.star", new Value.Count(star.ordersWindow), new Value.Money(star.netWindow))
                                .in(messages, formats),
                        star.netWindow))
                .toList();
    }

    LossMakers lossMakers() {
        Losses losses = store.query(
                        Sql.of("select count(*) as customers, cast(coalesce(sum(net), 0) as decimal(18, 4)) as net, "
                                + "count(*) filter (where survives_low_costs) as surviving_low_costs from loss_makers"),
                        Losses.class)
                .getFirst();
        return new LossMakers(
                losses.customers,
                losses.net,
                losses.survivingLowCosts,
                store.read("loss_causes", Cause.class),
                lossMembers());
    }

    private List<Member> lossMembers() {
        return store
                .query(
                        Sql.of("select loss_makers.*, (select min(email) from customers where customers.customer_id "
                                + "= loss_makers.customer_id) as email from loss_makers order by net, customer_id limit "
                                + SHOWN),
                        LossMaker.class)
                .stream()
                .map(loser -> new Member(
                        loser.customerId,
                        loser.email,
                        Phrase.of("reason.loss", new Value.Word("cause." + loser.mainCause))
                                .in(messages, formats),
                        loser.net))
                .toList();
    }

    /// Every stage in the loop's order, also those nobody is in.
    List<Stage> lifecycle(long buyers) {
        List<StageRow> rows = store.query(
                Sql.of("select stage, customers, revenue, net, net_12m as net12m, net_last_active, "
                        + "median_days_since_last_order, median_usual_gap_days from lifecycle_totals"),
                StageRow.class);
        return Valuation.STAGES.stream()
                .map(stage -> rows.stream()
                        .filter(row -> row.stage.equals(stage))
                        .findFirst()
                        .orElseGet(() -> new StageRow(
                                stage, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0)))
                .sorted(Comparator.comparingInt(row -> Valuation.STAGES.indexOf(row.stage)))
                .map(row -> new Stage(
                        row.stage,
                        row.customers,
                        buyers == 0 ? 0 : (double) row.customers / buyers,
                        row.revenue,
                        row.net,
                        row.net12m,
                        row.netLastActive,
                        row.medianDaysSinceLastOrder,
                        row.medianUsualGapDays))
                .toList();
    }
}
