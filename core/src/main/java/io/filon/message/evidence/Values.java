package io.filon.message.evidence;

import io.filon.message.evidence.Evidence.Role;
import io.filon.message.evidence.Figure.Better;
import io.filon.message.evidence.Figure.Unit;
import io.filon.message.evidence.People.Counted;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the group's own data say of the good it gets: who comes back, who is content, who keeps what was bought, what
/// is saved.
///
/// What the group's rule asks for is left out: it would only find itself again.
final class Values {

    private static final double CONTENT = 0.75; // four stars of five
    private static final String TABLE = "message_customers";

    private final Group group;
    private final People people;
    private final long least;
    private final List<Evidence> found = new ArrayList<>();

    /// @param least customers that a share is counted over
    Values(Group group, People people, long least) {
        this.group = group;
        this.people = people;
        this.least = least;
    }

    List<Evidence> find() {
        share(
                "satisfied",
                people.share(row -> row.rating() != null, row -> orNothing(row.rating()) >= CONTENT, least),
                group.asks("rating", "review", "Review", "satisfaction"));
        share(
                "served",
                people.share(row -> row.satisfaction() != null, row -> orNothing(row.satisfaction()) >= CONTENT, least),
                group.asks("satisfaction", "ticket", "Ticket"));
        share(
                "repurchase",
                people.share(row -> row.ordersTotal() > 0, row -> row.orderDays() >= 2, least),
                group.asks("order", "Order", "gap", "hiatus", "star", "net_", "revenue", "stage", "dormant"));
        share(
                "kept",
                people.share(row -> row.ordersTotal() > 0, row -> row.returnsTotal() == 0, least),
                group.asks("return", "Return", "Refund"));
        boolean byDiscount = group.asks("discount", "coupon");
        share(
                "saving_share",
                people.mean(row -> row.discountShare() != null, row -> orNothing(row.discountShare())),
                byDiscount);
        money("saving_money", people.mean(row -> row.saved12m() != null, row -> orNothing(row.saved12m())), byDiscount);
        return List.copyOf(found);
    }

    private void share(String id, Optional<Counted> counted, boolean byDefinition) {
        if (counted.isPresent() && !byDefinition) {
            Counted share = counted.get();
            add(
                    id,
                    share,
                    Unit.SHARE,
                    new Value.Share(share.value()),
                    new Value.Share(share.low()),
                    new Value.Share(share.high()));
        }
    }

    private void money(String id, Optional<Counted> counted, boolean byDefinition) {
        if (counted.isPresent() && !byDefinition) {
            Counted mean = counted.get();
            add(id, mean, Unit.MONEY, euros(mean.value()), euros(mean.low()), euros(mean.high()));
        }
    }

    private void add(String id, Counted counted, Unit unit, Value value, Value low, Value high) {
        Figure figure = new Figure(counted.value(), counted.low(), counted.high(), unit, Better.MORE);
        Phrase says = Phrase.of("message.evidence." + id, value, low, high, new Value.Count(counted.customers()));
        found.add(Evidence.measured(id, Role.VALUE, "", figure, counted.customers(), TABLE, says));
    }

    private static double orNothing(@Nullable Double number) {
        return number == null ? 0 : number;
    }

    private static Value euros(double amount) {
        return new Value.Money(BigDecimal.valueOf(amount));
    }
}
