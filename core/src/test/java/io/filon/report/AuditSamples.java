package io.filon.report;

import static io.filon.report.Samples.assumption;
import static io.filon.report.Samples.base;
import static io.filon.report.Samples.count;
import static io.filon.report.Samples.curve;
import static io.filon.report.Samples.money;
import static io.filon.report.Samples.nobody;
import static io.filon.report.Samples.rung;
import static io.filon.report.Samples.share;
import static io.filon.report.Samples.source;
import static io.filon.report.Samples.step;

import io.filon.report.Audit.Assumption;
import io.filon.report.Audit.Base;
import io.filon.report.Audit.LossMakers;
import io.filon.report.Audit.Source;
import io.filon.report.Audit.Stars;
import io.filon.report.Audit.WhaleCurve;
import io.filon.report.Audit.Year;
import io.filon.text.Phrase;
import java.time.LocalDate;
import java.util.List;

/// Audits written by hand, one for each kind of company a report must suit. Their numbers agree with each other.
final class AuditSamples {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private AuditSamples() {}

    static List<Audit> all() {
        return List.of(fullShop(), flatMargin(), eventsOnly(), deals());
    }

    /// A Spanish online shop with costs, returns and a help desk: everything there is to show.
    static Audit fullShop() {
        return ShopSample.audit().with(Strategy.NONE.with(IcpSample.icp()));
    }

    /// Orders only, as CDNOW: the margin is assumed flat, so no customer can cost money.
    static Audit flatMargin() {
        List<Year> years = List.of(
                new Year(1997, 23_570, 52_000, 52_000, money("1850315.6300"), null, null, money("740126.2520")),
                new Year(1998, 9_800, 17_659, 17_659, money("650000.0000"), null, null, money("260000.0000")));
        return new Audit(
                LocalDate.of(1998, 6, 30),
                "USD",
                "UTC",
                "",
                List.of(source("CDNOW_master.txt", "inferred", "order_lines", 69_659, 0, 0)),
                dated(base(23_570, 23_570, 69_659, "2500315.6300", null, "1000126.2520", years)),
                List.of(
                        step("gross_sales", "2500315.6300", 0, 23_570),
                        rung("net_sales", "2500315.6300", 23_570),
                        step("product_cost", "-1500189.3780", 1, 23_570),
                        rung("gross_margin", "1000126.2520", 23_570),
                        rung("contribution", "1000126.2520", 23_570),
                        rung("net", "1000126.2520", 23_570)),
                new WhaleCurve(
                        null, null, Phrase.of("whale.why.flat_margin"), 0, money("0.0000"), 0.45, null, curve(1, 1)),
                new Stars(
                        "top_share: 0.1",
                        "el 10 % con más contribución en 12 meses",
                        LocalDate.of(1997, 7, 1),
                        LocalDate.of(1998, 6, 30),
                        874,
                        8_741,
                        money("402113.0040"),
                        0.54,
                        money("221.4000"),
                        new Audit.Profile(874, 7.2, 460.1, 0.4, 512, null, null, null),
                        new Audit.Profile(7_867, 1.1, 43.4, 0.4, 498, null, null, null),
                        List.of(),
                        null),
                new LossMakers(0, money("0.0000"), 0, List.of(), List.of()),
                List.of(),
                ApartSamples.nothingHolds(),
                null,
                List.of(new Audit.Finding(
                        "stars_carry_profit",
                        Phrase.of("finding.stars_carry_profit", share(0.10), count(874), share(0.54), share(0.10)),
                        Phrase.of("certainty.assumed_margin"),
                        money("402113.0040"),
                        "stars",
                        Phrase.of("next_step.stars_carry_profit"))),
                List.of(assumption("product_margin_share", 0.40, 0.25, 0.55, "share", "default", 1.0)),
                List.of(),
                List.of(),
                OutlookSamples.noEffort(),
                OutlookSamples.nothingAssumed(),
                null,
                null,
                null,
                HiddenSamples.none(),
                Strategy.NONE);
    }

    private static Base dated(Base base) {
        return new Base(
                base.customers(),
                base.buyers(),
                base.orders(),
                base.orderLines(),
                base.events(),
                base.revenue(),
                base.cost(),
                base.margin(),
                base.net(),
                0,
                0,
                0,
                base.wonValue(),
                LocalDate.of(1997, 1, 1),
                LocalDate.of(1998, 6, 30),
                base.byYear());
    }

    /// A site's events and no order: there is no money to tell about yet.
    static Audit eventsOnly() {
        return bare(
                List.of(source("events-2026-06.jsonl", "inferred", "events", 8_056, 0, 0)),
                new Base(
                        226,
                        0,
                        0,
                        0,
                        8_056,
                        money("0.0000"),
                        null,
                        null,
                        money("0.0000"),
                        0,
                        0,
                        0,
                        money("0.0000"),
                        null,
                        null,
                        List.of()),
                List.of());
    }

    /// A B2B pipeline: accounts and deals, no cost.
    static Audit deals() {
        return bare(
                List.of(
                        source("sales_pipeline.csv", "inferred", "deals", 8_800, 0, 0),
                        source("accounts.csv", "inferred", "accounts", 85, 0, 0)),
                new Base(
                        85,
                        0,
                        0,
                        0,
                        0,
                        money("0.0000"),
                        null,
                        null,
                        money("0.0000"),
                        0,
                        8_800,
                        4_238,
                        money("10005534.0000"),
                        null,
                        null,
                        List.of()),
                List.of());
    }

    private static Audit bare(List<Source> sources, Base base, List<Assumption> assumptions) {
        return new Audit(
                AS_OF,
                "USD",
                "UTC",
                "Norte",
                sources,
                base,
                List.of(),
                new WhaleCurve(null, null, Phrase.of("whale.why.no_buyers"), 0, money("0.0000"), null, null, List.of()),
                new Stars(
                        "top_share: 0.1",
                        "el 10 % con más contribución en 12 meses",
                        AS_OF.minusYears(1).plusDays(1),
                        AS_OF,
                        0,
                        0,
                        money("0.0000"),
                        null,
                        null,
                        nobody(),
                        nobody(),
                        List.of(),
                        Phrase.of("whale.why.no_buyers")),
                new LossMakers(0, money("0.0000"), 0, List.of(), List.of()),
                List.of(),
                ApartSamples.nothingHolds(),
                null,
                List.of(),
                assumptions,
                List.of(),
                List.of(),
                OutlookSamples.noEffort(),
                OutlookSamples.nothingAssumed(),
                null,
                null,
                null,
                HiddenSamples.none(),
                Strategy.NONE);
    }

    /// The same audit of a company of another name.
    static Audit named(Audit audit, String company) {
        return new Audit(
                audit.asOf(),
                audit.currency(),
                audit.zone(),
                company,
                audit.sources(),
                audit.base(),
                audit.ladder(),
                audit.whaleCurve(),
                audit.stars(),
                audit.lossMakers(),
                audit.lifecycle(),
                audit.apart(),
                audit.accounts(),
                audit.findings(),
                audit.assumptions(),
                audit.doubts(),
                audit.furtherFindings(),
                audit.effort(),
                audit.sensitivity(),
                audit.review(),
                audit.change(),
                audit.predicted(),
                audit.hidden(),
                audit.strategy());
    }
}
