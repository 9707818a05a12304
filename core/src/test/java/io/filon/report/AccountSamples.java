package io.filon.report;

import static io.filon.report.Samples.count;
import static io.filon.report.Samples.euros;
import static io.filon.report.Samples.money;

import io.filon.report.section.Accounts;
import io.filon.report.section.Accounts.Contracts;
import io.filon.report.section.Accounts.Cycle;
import io.filon.report.section.Accounts.Deals;
import io.filon.report.section.Accounts.Parent;
import io.filon.report.section.Accounts.Payback;
import io.filon.report.section.Accounts.Tier;
import io.filon.report.section.Accounts.WinRate;
import io.filon.text.Phrase;
import java.time.LocalDate;
import java.util.List;

/// A seller of hardware to companies, written by hand.
final class AccountSamples {

    private AccountSamples() {}

    static Accounts hardware() {
        return new Accounts(
                new Deals(
                        new WinRate(null, true, 7_115, 3_530, 2_209, 1_376, 0.615, 115, 0.492, 0.48, 0.504),
                        List.of(
                                rate(LocalDate.of(2017, 2, 1), false, 515, 277, 143),
                                rate(LocalDate.of(2017, 3, 1), true, 792, 440, 215)),
                        List.of(new Cycle("won", 4_238, 57, 53, 60), new Cycle("lost", 2_473, 14, 13, 16)),
                        500),
                new Contracts(
                        12,
                        1,
                        10,
                        money("14400.0000"),
                        money("12000.0000"),
                        money("3600.0000"),
                        money("600.0000"),
                        money("300.0000"),
                        money("1500.0000"),
                        0.9,
                        0.85),
                new Payback(
                        4,
                        money("310.0000"),
                        61,
                        Phrase.of("accounts.payback.reached", count(4), euros("310.0000"), count(61))),
                List.of(new Parent("Norte Holding", 5, 4, money("519349.0000"), money("207739.6000"))),
                List.of(
                        new Tier("a", 59, money("3227378.8000"), 0.806, 346, money("0.0000")),
                        new Tier("b", 18, money("583527.2000"), 0.146, 110, money("0.0000")),
                        new Tier("c", 8, money("191307.6000"), 0.048, 45, money("0.0000"))));
    }

    private static WinRate rate(LocalDate cohort, boolean complete, long deals, long won, long lost) {
        return new WinRate(
                cohort,
                complete,
                deals,
                won,
                lost,
                deals - won - lost,
                (double) won / (won + lost),
                115,
                complete ? 0.553 : null,
                complete ? 0.518 : null,
                complete ? 0.587 : null);
    }
}
