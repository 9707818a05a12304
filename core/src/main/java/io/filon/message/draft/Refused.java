package io.filon.message.draft;

import io.filon.problem.Problem;
import io.filon.text.Formats;
import java.math.BigDecimal;
import java.util.Locale;

/// Why an offer is refused, with its money.
public final class Refused {

    private Refused() {}

    public static Problem offer(OfferNet net, String where, Locale reader, String currency) {
        Formats formats = new Formats(reader, currency);
        return net.low() == net.perOrder()
                ? Problem.of(
                        "message.offer_under_cost",
                        where,
                        money(net.perOrder(), formats),
                        money(net.minimum(), formats),
                        money(net.before(), formats))
                : Problem.of(
                        "message.offer_may_cost",
                        where,
                        money(net.perOrder(), formats),
                        money(net.low(), formats),
                        money(net.high(), formats),
                        money(net.minimum(), formats),
                        money(net.before(), formats));
    }

    private static String money(double amount, Formats formats) {
        return formats.exactMoney(BigDecimal.valueOf(amount));
    }
}
