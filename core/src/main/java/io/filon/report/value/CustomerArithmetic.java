package io.filon.report.value;

import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.report.Language;
import io.filon.value.contest.ContestResult;
import io.filon.value.contest.OrderContestant.Learnt;
import io.filon.value.contest.OrderWorth;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.contest.Snapshot;
import io.filon.value.contest.ValueRules;
import io.filon.value.future.Prediction;
import io.filon.value.model.FittedModel;
import io.filon.value.model.NormalNormal;
import io.filon.value.model.PurchaseHistories;
import io.filon.value.trait.Patterns;
import io.filon.value.trait.Traits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How one customer's value comes to be, step by step, with the numbers of each step.
public final class CustomerArithmetic {

    private static final int MOST_COMPARED = 100_000;
    private static final List<String> ADDITIONS = List.of("season", "range", "overdue", "effect");

    private final Prediction prediction;
    private final PurchaseLog log;
    private final Language lang;
    private final List<String> lines = new ArrayList<>();
    private int steps;

    public CustomerArithmetic(Prediction prediction, PurchaseLog log, Language language) {
        this.prediction = prediction;
        this.log = log;
        this.lang = language;
    }

    /// @throws FilonException when nobody of that id had bought by the day that is learnt until
    public String of(String customer) {
        Snapshot known = prediction.known();
        for (int i = 0; i < known.size(); i++) {
            if (log.customers().get(known.customer()[i]).equals(customer)) {
                return steps(customer, i);
            }
        }
        throw Nearest.to(customer, known.size() > MOST_COMPARED ? List.of() : ids(known))
                .map(near -> new FilonException("value.customer_near", customer, near))
                .orElseGet(() -> new FilonException("value.customer", customer));
    }

    private List<String> ids(Snapshot known) {
        return IntStream.of(known.customer())
                .mapToObj(i -> log.customers().get(i))
                .toList();
    }

    private String steps(String customer, int i) {
        Snapshot known = prediction.known();
        Prediction.Columns columns = prediction.customers();
        say("title", customer, days(prediction.horizonDays()));
        say(
                "history",
                lang.count(known.all().orders()[i]),
                day(known.until() - known.observedDays(i)),
                day(known.until() - known.hiatusDays(i)),
                days(known.hiatusDays(i)));
        orders(i);
        worth(i);
        String rule = prediction.contest().values().chosen().name();
        if (ValueRules.NAMES.contains(rule)) {
            say("value_by_rule", lang.word("value.name", rule), money(columns.value()[i]));
        } else {
            say("value", number(columns.orders()[i]), exact(columns.margin()[i]), exact(columns.value()[i]));
        }
        if (prediction.chances() instanceof Prediction.Chances.Of) {
            say("range", money(columns.low()[i]), money(columns.high()[i]));
            churn(i);
            next(i);
        }
        say("overdue", lang.number(columns.overdue()[i], 1));
        return String.join("\n", lines) + "\n";
    }

    private void orders(int i) {
        double expected = prediction.customers().orders()[i];
        double factor = prediction.season().factor();
        String name =
                lang.word("value.name", prediction.contest().orders().chosen().name());
        switch (prediction.learnt()) {
            case Learnt.ByRule rule -> say("orders_by_rule", name, number(expected / factor));
            case Learnt.ByModel(FittedModel model) -> {
                PurchaseHistories one = alone(i);
                double alive = model.alive(one)[0];
                double orders = model.expectedOrders(one, prediction.horizonDays())[0];
                say("model", name);
                effects(model.effects(one, 0));
                say("alive", lang.share(alive));
                say("if_alive", number(orders / Math.max(1e-300, alive)));
                say("orders", lang.share(alive), number(orders / Math.max(1e-300, alive)), number(orders));
            }
        }
        if (factor != 1) {
            say("season", number(expected / factor), lang.number(factor, 3), number(expected));
        }
    }

    private void worth(int i) {
        Snapshot known = prediction.known();
        double margin = prediction.customers().margin()[i];
        double own = known.all().margin()[i];
        switch (prediction.worth()) {
            case OrderWorth.Mean mean -> say("margin_mean", exact(margin));
            case OrderWorth.Normal(NormalNormal.Margin model) -> {
                double share = model.own(known.all().orders()[i]);
                double base = model.estimates().value(0);
                say("margin_normal", exact(own), lang.share(share), exact(base), lang.share(1 - share), exact(margin));
            }
            case OrderWorth.Gamma gamma -> {
                double spend = prediction.customers().spend()[i];
                say("margin_gamma", exact(spend), lang.share(spend == 0 ? 0 : margin / spend), exact(margin));
            }
        }
    }

    private PurchaseHistories alone(int i) {
        PurchaseHistories histories = prediction.known().histories();
        return histories.only(new int[] {histories.groupOf(i)});
    }

    private void effects(List<FittedModel.Effect> effects) {
        for (FittedModel.Effect effect : effects) {
            say(
                    "effect",
                    lang.word("value.trait", effect.trait()),
                    value(effect),
                    lang.number(effect.buying(), 2),
                    lang.number(effect.leaving(), 2));
        }
    }

    private String value(FittedModel.Effect effect) {
        return switch (effect.value()) {
            case Traits.UNKNOWN -> lang.say("value.trait.unknown");
            case Patterns.OTHER -> lang.say("value.trait.other");
            case "yes", "no" -> lang.say("value.trait." + effect.value());
            default -> effect.value();
        };
    }

    private void churn(int i) {
        double churn = prediction.customers().churn()[i];
        if (prediction.chances() instanceof Prediction.Chances.Of(FittedModel model)) {
            double plain = model.noPurchase(alone(i), prediction.horizonDays())[0];
            boolean bent = prediction.contest().churn() instanceof ContestResult.Churn.Chances chances
                    && !chances.bend().name().equals("none");
            say(bent ? "churn_set_right" : "churn", lang.share(plain), lang.share(churn));
        }
    }

    private void next(int i) {
        double days = prediction.customers().nextDays()[i];
        if (Double.isFinite(days)) {
            say("next", day(prediction.known().until() + (int) Math.max(1, Math.round(days))));
        } else {
            say("next_never");
        }
    }

    /// One step; what only adds to the step before has no number of its own.
    private void say(String key, Object... values) {
        String sentence = lang.say("value.step." + key, values);
        if (ADDITIONS.contains(key)) {
            lines.add("     " + sentence);
        } else if (key.equals("title")) {
            lines.add(sentence);
        } else {
            lines.add("%3d. %s".formatted(++steps, sentence));
        }
    }

    private String day(int epochDay) {
        return lang.date(LocalDate.ofEpochDay(epochDay));
    }

    private String days(int days) {
        return lang.count(days);
    }

    private String number(double value) {
        return lang.number(value, 3);
    }

    private String money(double amount) {
        return lang.money(BigDecimal.valueOf(amount));
    }

    private String exact(double amount) {
        return lang.exactMoney(BigDecimal.valueOf(amount));
    }
}
