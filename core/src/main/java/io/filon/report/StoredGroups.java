package io.filon.report;

import io.filon.report.section.ApartTables;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The groups as *value* left them in the store: star customers, who costs money, each stage of the lifecycle,
/// and the hidden segments that hold up.
public final class StoredGroups implements GroupRows {

    private static final String STAR_LIKES = "star_likes";

    private static final List<String> ALWAYS = List.of("star_customers", "loss_makers");

    private static final List<String> STAGES =
            List.of("new", "active_vip", "active", "at_risk", "dormant_high_value", "dormant_low_value", "lost");

    private static final List<String> TIERS = List.of("tier_a", "tier_b", "tier_c");

    private final Store store;
    private final HiddenGroups hidden;

    public StoredGroups(Store store) {
        this.store = store;
        this.hidden = new HiddenGroups(store);
    }

    @Override
    public List<String> groups() {
        List<String> names = new ArrayList<>(ALWAYS);
        names.addAll(STAGES);
        if (has(STAR_LIKES)) {
            names.add(STAR_LIKES);
        }
        if (sellsToCompanies()) {
            names.addAll(TIERS);
        }
        names.addAll(hidden.groups());
        return names;
    }

    /// Also those of a change: an audit that compares with none leaves none behind.
    @Override
    public boolean makes(String list) {
        return Stream.of(ALWAYS, STAGES, List.of(STAR_LIKES), TIERS).anyMatch(names -> names.contains(list))
                || hidden.makes(list)
                || ChangedGroups.isMove(list);
    }

    @Override
    public void each(String group, Consumer<Row> reader) {
        if (hidden.groups().contains(group)) {
            hidden.each(group, reader);
            return;
        }
        switch (group) {
            case "star_customers" ->
                read(
                        Sql.of("select customer_id, net_window as money, orders_window from star_customers"),
                        "members.money desc nulls last",
                        StoredGroups::starReason,
                        reader);
            case "loss_makers" ->
                read(
                        Sql.of("select customer_id, net as money, main_cause from loss_makers"),
                        "members.money nulls last",
                        row -> Phrase.of("reason.loss", new Value.Word("cause." + row.get("main_cause"))),
                        reader);
            case STAR_LIKES ->
                read(
                        Sql.of("select customer_id, net_12m as money, attribute, named, value, spoken, traits "
                                + "from star_likes"),
                        "members.traits desc, members.money desc nulls last",
                        StoredGroups::likeReason,
                        reader);
            case "tier_a", "tier_b", "tier_c" ->
                read(
                        Sql.of(
                                "select customer_id, net_12m as money, open_deals, open_amount from account_tiers "
                                        + "where tier = ?",
                                group.substring("tier_".length())),
                        "members.money desc nulls last, members.open_amount desc nulls last",
                        StoredGroups::tierReason,
                        reader);
            default ->
                read(
                        Sql.of(
                                "select customer_id, stage, net_last_active as money, days_since_last_order, "
                                        + "usual_gap_days from lifecycle where stage = ?",
                                group),
                        "members.money desc nulls last",
                        StoredGroups::stageReason,
                        reader);
        }
    }

    private void read(Sql members, String order, Function<Map<String, Object>, Phrase> reason, Consumer<Row> reader) {
        read(store, members, order, reason, reader);
    }

    static void read(
            Store store,
            Sql members,
            String order,
            Function<Map<String, Object>, Phrase> reason,
            Consumer<Row> reader) {
        store.stream(
                withEmailAndConsent(store, members, order),
                row -> reader.accept(new Row(
                        String.valueOf(row.get("customer_id")),
                        (String) row.get("email"),
                        Contactable.of(row.get("granted")),
                        reason.apply(row),
                        money(row.get("money")),
                        predicted(row))));
    }

    static @Nullable BigDecimal predicted(Map<String, Object> row) {
        return row.get("predicted") instanceof BigDecimal amount ? amount : null;
    }

    // Consent counts where any file states it; one refusal is enough.
    static Sql withEmailAndConsent(Store store, Sql members, String order) {
        String predictions = store.tables().contains("predicted_values")
                ? "predicted_values"
                : "(select null as customer_id, null as value)";
        String text = """
                with emails as (
                    select customer_id, min(email) as email from customers group by customer_id
                ),
                permissions as (
                    select customer_id, bool_and(granted) as granted
                    from consents where channel = 'email' group by customer_id
                )
                select members.*, emails.email, permissions.granted, cast(predictions.value as decimal(18, 4)) as predicted
                from (%s) as members
                left join emails on emails.customer_id = members.customer_id
                left join permissions on permissions.customer_id = members.customer_id
                left join %s as predictions on predictions.customer_id = members.customer_id
                order by %s, members.customer_id
                """.formatted(members.text(), predictions, order);
        return new Sql(text, members.values());
    }

    private static Phrase starReason(Map<String, Object> row) {
        return Phrase.of(
                "reason.star",
                new Value.Count(number(row.get("orders_window")).longValue()),
                new Value.Money(money(row.get("money"))));
    }

    private boolean sellsToCompanies() {
        return has("account_tiers")
                && store.number(Sql.of("select (select count(*) from deals) + (select count(*) from accounts)")) > 0
                && store.number(Sql.of("select count(*) from account_tiers where tier = 'a'")) > 0;
    }

    private boolean has(String table) {
        return store.tables().contains(table) && store.number(Sql.of("select count(*) from " + Sql.name(table))) > 0;
    }

    private static Phrase likeReason(Map<String, Object> row) {
        boolean named = Boolean.TRUE.equals(row.get("named"));
        boolean spoken = Boolean.TRUE.equals(row.get("spoken"));
        return ApartTables.label(String.valueOf(row.get("attribute")), named, String.valueOf(row.get("value")), spoken);
    }

    private static Phrase tierReason(Map<String, Object> row) {
        long open = number(row.get("open_deals")).longValue();
        return Phrase.of(
                open == 0 ? "reason.tier" : "reason.tier.open",
                new Value.Money(money(row.get("money"))),
                new Value.Count(open),
                new Value.Money(money(row.get("open_amount"))));
    }

    private static Phrase stageReason(Map<String, Object> row) {
        return Phrase.of(
                "list.lifecycle_reason",
                new Value.Word("lifecycle." + row.get("stage")),
                new Value.Count(number(row.get("days_since_last_order")).longValue()),
                new Value.Decimal(number(row.get("usual_gap_days")).doubleValue(), 0));
    }

    private static BigDecimal money(@Nullable Object amount) {
        return amount instanceof BigDecimal exact ? exact : BigDecimal.ZERO;
    }

    private static Number number(@Nullable Object value) {
        return value instanceof Number number ? number : 0;
    }
}
