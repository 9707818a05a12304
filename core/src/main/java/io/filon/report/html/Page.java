package io.filon.report.html;

import io.filon.report.Audit;
import io.filon.report.Language;
import io.filon.report.market.MarketReport;
import io.filon.report.niche.NicheReport;
import io.filon.report.section.Accounts;
import io.filon.report.section.Apart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the templates are given: the audit, the reader's language, and the few things that are easier said in Java.
///
/// @param behind what stands behind each section's figures
/// @param styles the page's style sheet
/// @param charts the charting library's script
/// @param script what draws our charts with it
/// @param data   [ChartData] as JSON, safe inside a script element
public record Page(
        Audit audit, Language lang, Evidence behind, String styles, String charts, String script, String data) {

    private static final double SMALLEST_SHARE = 0.001;
    private static final long FEWEST_FOLLOWED = 15;

    /// Beyond it a factor says no more than "nearly all" or "hardly any".
    private static final double MANY_TIMES = 20;

    private static final Set<String> PERSONAL_ROLES =
            Set.of("name", "first_name", "last_name", "email", "phone", "birth_on", "text");

    /// One line of the table that sets star customers beside the rest.
    ///
    /// @param times how many times as much star customers have, in words; empty where that says nothing
    public record Comparison(String label, String stars, String rest, String times) {}

    public String title() {
        return audit.company().isBlank() ? lang.say("page.title") : lang.say("page.title_of", audit.company());
    }

    /// The tables behind the figures of these sections.
    public List<Evidence.Table> evidence(String... sections) {
        return Stream.of(sections)
                .flatMap(section -> behind.of(section).stream())
                .toList();
    }

    /// The section that shows where a finding comes from; empty when there is none.
    public String section(Audit.Finding finding) {
        if (finding.code().equals("won_deals") && audit.accounts() != null) {
            return "accounts";
        }
        if (!hasPurchases()) {
            return "";
        }
        return switch (finding.code()) {
            case "stars_carry_profit" -> "stars";
            case "stars_apart" -> "apart-stars";
            case "effort_off_profit", "unattributed_spend" -> "effort";
            case "loss_makers" -> "losses";
            case "dormant_high_value", "at_risk" -> "lifecycle";
            case "small_base" -> "bridge";
            default -> "";
        };
    }

    /// What a finding's money is: left, lost or at stake.
    public String moneyLabel(Audit.Finding finding) {
        String own = "page.finding.money." + finding.code();
        return lang.say(lang.messages().has(own) ? own : "page.finding.money");
    }

    /// Whether there is money to speak of.
    public boolean hasPurchases() {
        return audit.base().hasPurchases() && !audit.ladder().isEmpty();
    }

    /// Whether the causes of loss add up to more than the loss.
    public boolean causesExceedLoss() {
        Audit.LossMakers losses = audit.lossMakers();
        BigDecimal together =
                losses.causes().stream().map(Audit.Cause::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return together.compareTo(losses.net().abs()) > 0;
    }

    /// A cause of loss in words: its own, else the step's.
    public String cause(String code) {
        return lang.messages().has("cause." + code) ? lang.word("cause", code) : lang.word("step", code);
    }

    /// The file's name without its folders.
    public String fileName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /// Files read as the same, together.
    public List<FileGroup> fileGroups() {
        return FileGroup.of(audit.sources());
    }

    /// The file's name, and how many more are like it.
    public String groupName(FileGroup group) {
        String name = fileName(group.first().file());
        return group.files().size() == 1
                ? name
                : lang.say("page.sources.more_like_it", name, group.files().size() - 1);
    }

    /// Some values of a column; a page is passed on, so nobody is named on it.
    public String examples(Audit.Column column) {
        return PERSONAL_ROLES.contains(column.role())
                ? lang.say("page.sources.private")
                : String.join(" · ", column.examples());
    }

    /// What was read, in one sentence.
    public String read() {
        Audit.Base base = audit.base();
        List<String> parts = new ArrayList<>();
        if (base.orders() > 0) {
            parts.add(lang.say(
                    "page.read.orders",
                    base.orders(),
                    base.buyers(),
                    lang.money(base.revenue()),
                    lang.date(base.firstOrderOn()),
                    lang.date(base.lastOrderOn())));
        } else if (base.customers() > 0) {
            parts.add(lang.say("page.read.customers", base.customers()));
        }
        if (base.deals() > 0) {
            parts.add(lang.say("page.read.deals", base.deals(), base.dealsWon(), lang.money(base.wonValue())));
        }
        if (base.leads() > 0) {
            parts.add(lang.say("page.read.leads", base.leads()));
        }
        if (base.events() > 0) {
            parts.add(lang.say("page.read.events", base.events()));
        }
        return lang.say("page.read", audit.sources().size(), String.join(lang.say("page.read.and"), parts));
    }

    /// The amount a rung of the bridge ends with; 0 when there is no such rung.
    public BigDecimal rung(String step) {
        return audit.ladder().stream()
                .filter(line -> line.step().equals(step))
                .map(Audit.Step::amount)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /// Steps that moved any money, and every rung.
    public List<Audit.Step> bridge() {
        return audit.ladder().stream()
                .filter(step -> step.subtotal() || step.amount().signum() != 0)
                .toList();
    }

    /// Whether the last year with orders stops before December.
    public boolean lastYearIsPartial() {
        LocalDate last = audit.base().lastOrderOn();
        return last != null && last.getMonth() != Month.DECEMBER;
    }

    /// Twenty-one points of the curve, enough to read it as a table.
    public List<Audit.Point> whaleRows() {
        List<Audit.Point> points = audit.whaleCurve().points();
        return Stream.iterate(0, step -> step <= 20, step -> step + 1)
                .map(step -> points.get((int) Math.round(step / 20.0 * (points.size() - 1))))
                .distinct()
                .toList();
    }

    /// The curve's first sentence; a tail too small to be seen is not given shares of.
    public String whaleLead() {
        Audit.WhaleCurve curve = audit.whaleCurve();
        Double top = curve.peakNetShare();
        return top == null || !curve.tailShows()
                ? lang.say("page.whale.lead.hardly", curve.lossMakingBuyers(), lang.money(curve.destroyedByTail()))
                : lang.say(
                        "page.whale.lead",
                        lang.share(curve.peakBuyerShare()),
                        lang.share(top),
                        curve.lossMakingBuyers(),
                        lang.money(curve.destroyedByTail()));
    }

    /// Whether enough customers lost money in one period to say what became of them in the next.
    public boolean tellsNextPeriod() {
        Audit.NextPeriod next = audit.whaleCurve().nextPeriod();
        return next != null && next.lossMakers() >= FEWEST_FOLLOWED;
    }

    /// Part of the money that rests on an assumption; what rounds to nothing is said to be small, not none.
    public String restsOn(Audit.Assumption assumption) {
        return assumption.shareOfResult() < SMALLEST_SHARE
                ? lang.say("page.assumptions.hardly", lang.share(SMALLEST_SHARE))
                : lang.share(assumption.shareOfResult());
    }

    /// Whether assumed costs make the curve a band.
    public boolean hasBand() {
        return audit.whaleCurve().points().stream().anyMatch(point -> point.highShare() - point.lowShare() > 0.001);
    }

    /// Star customers beside the rest, only what the files tell.
    public List<Comparison> comparisons() {
        return compared().filter(row -> !isUnknown(row)).toList();
    }

    /// What no file tells about star customers, as a list of words; empty when everything is known.
    public String unknownOfStars() {
        return compared()
                .filter(this::isUnknown)
                .map(Comparison::label)
                .collect(Collectors.joining(", "))
                .toLowerCase(lang.locale());
    }

    private Stream<Comparison> compared() {
        Audit.Profile stars = audit.stars().stars();
        Audit.Profile rest = audit.stars().rest();
        return Stream.of(
                compared("customers", lang.count(stars.customers()), lang.count(rest.customers()), ""),
                compared(
                        "orders",
                        decimal(stars.ordersPerCustomer()),
                        decimal(rest.ordersPerCustomer()),
                        times(stars.ordersPerCustomer(), rest.ordersPerCustomer())),
                compared(
                        "net",
                        rounded(stars.netPerCustomer()),
                        rounded(rest.netPerCustomer()),
                        times(stars.netPerCustomer(), rest.netPerCustomer())),
                compared("margin", lang.share(stars.marginShare()), lang.share(rest.marginShare()), ""),
                compared("tenure", lang.number(stars.tenureDays(), 0), lang.number(rest.tenureDays(), 0), ""),
                compared("satisfaction", lang.share(stars.satisfaction()), lang.share(rest.satisfaction()), ""),
                compared("tickets", decimal(stars.ticketsPerCustomer()), decimal(rest.ticketsPerCustomer()), ""),
                compared("returns", lang.share(stars.returnShare()), lang.share(rest.returnShare()), ""));
    }

    private String times(double stars, double rest) {
        return rest > 0 && stars >= 1.1 * rest ? lang.say("page.stars.times", lang.number(stars / rest, 1)) : "";
    }

    // Nobody asked and nothing came back: the files hold no such rows, which is not the same as none having happened.
    private boolean isUnknown(Comparison row) {
        boolean unsaid = row.stars().equals(lang.unknown()) && row.rest().equals(lang.unknown());
        boolean zero = row.stars().equals(row.rest())
                && Stream.of(decimal(0.0), lang.share(0.0)).anyMatch(row.stars()::equals);
        return unsaid || zero;
    }

    private Comparison compared(String key, String stars, String rest, String times) {
        return new Comparison(lang.say("page.stars." + key), stars, rest, times);
    }

    private String decimal(@Nullable Double number) {
        return lang.number(number, 1);
    }

    private String rounded(double amount) {
        return lang.money(BigDecimal.valueOf(amount));
    }

    public BehaviourView behaviourView() {
        return new BehaviourView(audit.behaviour(), lang);
    }

    /// Whether anything can be said of loss makers that is not said of the stars or in their own section already.
    public boolean tellsLosersApart() {
        return audit.apart().from() != null && audit.apart().losers().members() > 0;
    }

    /// How many times as common a trait is, or how many times less; a dash where a factor would mislead.
    public String times(Apart.Trait trait) {
        Double times = trait.times();
        if (times == null || times == 0 || times > MANY_TIMES || times < 1 / MANY_TIMES) {
            return "–";
        }
        return times >= 1 ? lang.number(times, 1) : lang.say("page.apart.times.less", lang.number(1 / times, 1));
    }

    /// The range of that factor in words, in its direction; empty where it is not known.
    public String timesRange(Apart.Trait trait) {
        Double times = trait.times();
        Double low = trait.timesLow();
        Double high = trait.timesHigh();
        if (times == null || low == null || high == null) {
            return "";
        }
        double nearest = times >= 1 ? low : 1 / high;
        double farthest = times >= 1 ? high : 1 / low;
        return farthest > MANY_TIMES
                ? lang.say("page.apart.range.at_least", lang.number(nearest, 1))
                : lang.say("page.apart.range", lang.number(nearest, 1), lang.number(farthest, 1));
    }

    /// Two leading digits: what is said with "about".
    public long rounded(long count) {
        long unit = (long) Math.pow(10, Math.max(0, Long.toString(count).length() - 2));
        return Math.round((double) count / unit) * unit;
    }

    /// One line of how yearly contracts moved from a year ago to today.
    public record Recurring(String key, BigDecimal amount, boolean total) {}

    public List<Recurring> recurring(Accounts.Contracts contracts) {
        return List.of(
                new Recurring("before", contracts.arrBefore(), true),
                new Recurring("added", contracts.added(), false),
                new Recurring("expanded", contracts.expanded(), false),
                new Recurring("contracted", contracts.contracted().negate(), false),
                new Recurring("lost", contracts.lost().negate(), false),
                new Recurring("now", contracts.arr(), true));
    }

    /// A month as people write it short, `mar 2017`.
    public String month(@Nullable LocalDate first) {
        return first == null
                ? ""
                : DateTimeFormatter.ofPattern("MMM yyyy", lang.locale()).format(first);
    }

    public BigDecimal largest(Stream<BigDecimal> amounts) {
        return amounts.map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /// The length of a bar, as a style sheet writes it.
    public String width(BigDecimal amount, BigDecimal largest) {
        if (amount.signum() == 0) {
            return width(0);
        }
        // A small amount still shows as a hair.
        return width(Math.max(0.006, amount.abs().doubleValue() / largest.doubleValue()));
    }

    /// @param share 0..1; what lies outside is cut
    public String width(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * Math.clamp(share, 0, 1));
    }

    /// An assumption's value with its unit.
    public String assumed(Audit.Assumption assumption, double value) {
        return switch (assumption.unit()) {
            case "share" -> lang.share(value);
            case "money" -> lang.exactMoney(BigDecimal.valueOf(value));
            case "days" -> lang.say("unit.days", lang.number(value, 0));
            case "minutes" -> lang.say("unit.minutes", lang.number(value, 0));
            default -> lang.number(value, 2);
        };
    }

    public List<String> glossary() {
        return List.of(
                "net_sales", "gross_margin", "contribution", "net", "star", "whale", "loss", "gap", "assumption");
    }

    /// What the section on personas says.
    public MarketView marketView(MarketReport market) {
        return new MarketView(market, lang);
    }

    public NicheView nicheView(NicheReport niches) {
        return new NicheView(niches, lang);
    }

    public IcpView icpView() {
        return new IcpView(lang);
    }

    /// What the section on hidden segments says.
    public HiddenView hiddenView() {
        return new HiddenView(lang);
    }
}
