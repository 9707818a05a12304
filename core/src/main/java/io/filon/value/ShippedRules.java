package io.filon.value;

import io.filon.rule.NamedRule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.workspace.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/// The rules that come with the product, `rules/*.yaml` beside this class: who is a star, and who is in which stage.
public final class ShippedRules {

    private ShippedRules() {}

    /// The star rule as YAML, with the share and the orders that the settings ask for.
    public static String starYaml(Settings.Stars stars) {
        String percent = new BigDecimal(Double.toString(stars.topShare()))
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        return text("stars")
                .replace("share: 10 %", "share: " + percent + " %")
                .replace("orders_window: \">= 2\"", "orders_window: \">= " + stars.minOrders() + "\"");
    }

    /// The star rule, ready to run.
    public static CheckedRule stars(Settings.Stars stars) {
        return CheckedRule.check(RuleYaml.parse(starYaml(stars)).rule(), Facts.PURCHASE);
    }

    /// A stage's rule as YAML.
    ///
    /// @param stage `active_vip`
    public static String stageYaml(String stage) {
        return text(stage);
    }

    /// @param stage `active_vip`
    static CheckedRule stage(String stage) {
        NamedRule named = RuleYaml.parse(text(stage));
        return CheckedRule.check(named.rule(), Facts.CUSTOMER);
    }

    private static String text(String name) {
        try (InputStream in = ShippedRules.class.getResourceAsStream("rules/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("No rules/" + name + ".yaml beside " + ShippedRules.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
