package io.filon.report.segment;

import io.filon.report.Language;
import io.filon.segment.Library;
import io.filon.segment.profile.Actionable.Verdict;
import io.filon.segment.profile.Between;
import io.filon.segment.profile.Next12m;
import io.filon.segment.profile.Overview;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What `filon segment list` shows; as JSON as it is.
///
/// @param net12m   contribution after acquisition of the last 12 months of all customers
/// @param nobodys  customers that no segment owns
/// @param missing  templates that need something no file has; empty unless templates are listed
public record SegmentList(
        LocalDate asOf,
        String currency,
        long customers,
        BigDecimal net12m,
        long nobodys,
        List<Row> segments,
        List<MissingTemplate> missing) {

    /// @param origin          `built_in`, `own`, `template` or `given`
    /// @param customersShare  0..1 of all customers
    /// @param netShare        0..1 of what the base left; null where it left nothing
    /// @param predicted12m    what they will leave in the next 12 months; null when nothing was foretold
    /// @param predictedRange  bounds it in eight cases of ten; null with it
    /// @param orders12m       days of purchase to expect in them; null with it
    /// @param ordersRange     bounds these; null with it
    /// @param owned           customers whose first segment this is
    /// @param actionable      `yes`, `no` or `not_known`
    /// @param failing         codes of the checks that fail
    public record Row(
            String key,
            String name,
            String description,
            String origin,
            long customers,
            double customersShare,
            BigDecimal net12m,
            @Nullable Double netShare,
            @Nullable BigDecimal predicted12m,
            @Nullable Between predictedRange,
            @Nullable BigDecimal orders12m,
            @Nullable Between ordersRange,
            long owned,
            String actionable,
            List<String> failing) {}

    /// @param missing none unless templates are listed
    public static SegmentList of(Overview overview, LocalDate asOf, List<Library.Unanswerable> missing, Language lang) {
        Locale locale = lang.locale();
        return new SegmentList(
                asOf,
                lang.formats().currency(),
                overview.customers(),
                overview.net(),
                overview.nobodys(),
                overview.lines().stream().map(line -> row(line, locale)).toList(),
                missing.stream()
                        .map(template -> MissingTemplate.of(template, lang))
                        .toList());
    }

    private static Row row(Overview.Line line, Locale locale) {
        Next12m next = line.next12m();
        return new Row(
                line.segment().key(),
                line.segment().name().in(locale),
                line.segment().about().in(locale),
                word(line.segment().origin()),
                line.customers(),
                line.customersShare(),
                line.net(),
                line.netShare(),
                next == null ? null : next.value(),
                next == null ? null : next.valueRange(),
                next == null ? null : next.orders(),
                next == null ? null : next.ordersRange(),
                line.owned(),
                word(line.actionable().verdict()),
                line.actionable().failing());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public String text(Language lang) {
        List<String> header = new ArrayList<>(List.of("segment", "name", "customers", "share", "net", "net_share"));
        boolean predicted = segments.stream().anyMatch(row -> row.predicted12m() != null);
        if (predicted) {
            header.add("predicted");
        }
        header.addAll(List.of("owned", "actionable"));
        TextTable table = new TextTable(
                2,
                header.stream().map(word -> lang.say("segment.column." + word)).toList());
        for (Row row : segments) {
            List<String> cells = new ArrayList<>(List.of(
                    row.key(),
                    row.name(),
                    lang.count(row.customers()),
                    lang.share(row.customersShare()),
                    lang.money(row.net12m()),
                    row.netShare() == null ? "–" : lang.share(row.netShare())));
            if (predicted) {
                cells.add(row.predicted12m() == null ? "–" : lang.money(row.predicted12m()));
            }
            cells.add(lang.count(row.owned()));
            cells.add(actionable(row, lang));
            table.add(cells);
        }
        return lang.say("segment.list.lead", lang.date(asOf), customers, lang.money(net12m))
                + "\n\n"
                + table.print()
                + "\n"
                + lang.say("segment.list.nobodys", nobodys)
                + "\n"
                + missing(lang);
    }

    private String missing(Language lang) {
        if (missing.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n")
                .append(lang.say("segment.lacks.lead", missing.size()))
                .append("\n\n");
        missing.forEach(template -> text.append(template.text(lang)));
        return text.toString();
    }

    private static String actionable(Row row, Language lang) {
        String said = lang.word("segment.verdict", row.actionable());
        return row.actionable().equals(word(Verdict.NO))
                ? said + ": "
                        + String.join(
                                ", ",
                                row.failing().stream()
                                        .map(code -> lang.word("segment.check", code))
                                        .toList())
                : said;
    }
}
