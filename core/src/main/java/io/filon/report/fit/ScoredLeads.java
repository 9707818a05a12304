package io.filon.report.fit;

import io.filon.fit.FitModel;
import io.filon.fit.Keys;
import io.filon.fit.Leads;
import io.filon.fit.Scoring;
import io.filon.report.CsvCells;
import io.filon.report.Language;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Leads a filter decided about.
///
/// @param version of the model
/// @param absent  columns the model learnt from and the file does not have: the average is taken for them
/// @param unused  columns that do not count, but for the one that names the leads
/// @param strange columns with values the model never saw, and how many leads have one
/// @param blank   columns with empty cells, and how many leads have one
/// @param leads   in the order of the file
public record ScoredLeads(
        String version,
        List<String> absent,
        List<String> unused,
        List<Some> strange,
        List<Some> blank,
        List<FitModel.Scored> leads) {

    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int REASONS = 3;

    public ScoredLeads {
        absent = List.copyOf(absent);
        unused = List.copyOf(unused);
        strange = List.copyOf(strange);
        blank = List.copyOf(blank);
        leads = List.copyOf(leads);
    }

    /// A column, and in how many leads it is so.
    public record Some(String header, int leads) {}

    /// @param id column that names a lead; empty for none
    public static ScoredLeads of(FitModel model, Leads leads, String id) {
        int[] places = model.places(leads.columns());
        Scoring scoring = new Scoring(model, leads.columns());
        List<FitModel.Scored> scored = leads.rows().stream().map(scoring::score).toList();
        int[] odd = scoring.strange();
        int[] empty = scoring.blank();
        List<String> absent = new ArrayList<>();
        List<Some> strange = new ArrayList<>();
        List<Some> blank = new ArrayList<>();
        for (int a = 0; a < places.length; a++) {
            if (places[a] < 0) {
                absent.add(model.attributes().get(a).header());
                continue;
            }
            String header = leads.columns().get(places[a]).header();
            if (odd[a] > 0) {
                strange.add(new Some(header, odd[a]));
            }
            if (empty[a] > 0) {
                blank.add(new Some(header, empty[a]));
            }
        }
        List<String> unused = IntStream.range(0, leads.columns().size())
                .filter(c -> IntStream.of(places).noneMatch(place -> place == c))
                .filter(c -> !leads.columns().get(c).key().equals(Keys.of(id)))
                .mapToObj(c -> leads.columns().get(c).header())
                .toList();
        return new ScoredLeads(model.version(), absent, unused, strange, blank, scored);
    }

    /// One line a lead, to work through: decision, reasons, and what to answer.
    public String csv(FitModel model, Language lang) {
        CsvCells cells = CsvCells.of(lang.locale());
        FitWords text = new FitWords(lang);
        Map<FitModel.Decision, String> decisions = new EnumMap<>(FitModel.Decision.class);
        Map<String, String> answers = new HashMap<>();
        for (FitModel.Decision decision : FitModel.Decision.values()) {
            decisions.put(decision, cells.cell(text.decision(decision, model.terms())));
        }
        String byLot = cells.cell(lang.say("fit.decision.drawn"));
        String yes = lang.say("list.yes");
        String no = lang.say("list.no");
        Map<FitModel.Reason, String> reasons = new HashMap<>(); // the same few, said a hundred thousand times
        StringBuilder out = new StringBuilder().append(BYTE_ORDER_MARK);
        out.append(
                cells.line(Stream.of("lead", "decision", "drawn", "expected", "reason1", "reason2", "reason3", "answer")
                        .map(column -> lang.say("fit.list." + column))
                        .toList()));
        char separator = cells.separator();
        for (FitModel.Scored lead : leads) {
            out.append(cells.cell(lead.id()))
                    .append(separator)
                    .append(lead.drawn() ? byLot : decisions.getOrDefault(lead.decision(), ""))
                    .append(separator)
                    .append(lead.drawn() ? yes : no)
                    .append(separator)
                    .append(cells.amount(BigDecimal.valueOf(lead.expected())))
                    .append(separator);
            for (FitModel.Reason reason : lead.reasons()) {
                out.append(reasons.computeIfAbsent(reason, said -> cells.cell(reason(said, lang))))
                        .append(separator);
            }
            out.repeat(separator, REASONS - lead.reasons().size())
                    .append(answers.computeIfAbsent(answered(lead), key -> cells.cell(lang.say("fit.answer." + key))))
                    .append(CsvCells.END);
        }
        return out.toString();
    }

    private static String answered(FitModel.Scored lead) {
        return lead.drawn() ? "accept" : lead.decision().name().toLowerCase(Locale.ROOT);
    }

    private static String reason(FitModel.Reason reason, Language lang) {
        String said = reason.said();
        return lang.say(
                reason.value() >= 0 ? "fit.reason.more" : "fit.reason.less",
                reason.header(),
                said == null ? lang.unknown() : said,
                lang.money(BigDecimal.valueOf(Math.abs(reason.value())).setScale(2, RoundingMode.HALF_UP)));
    }

    /// For a terminal: how many of each, and what the file lacked.
    public String text(FitModel model, Language lang) {
        FitWords words = new FitWords(lang);
        List<String> lines = new ArrayList<>();
        lines.add(lang.say("fit.scored", leads.size(), version));
        for (FitModel.Decision decision : FitModel.Decision.values()) {
            long count =
                    leads.stream().filter(lead -> lead.decision() == decision).count();
            long drawn = leads.stream()
                    .filter(lead -> lead.decision() == decision && lead.drawn())
                    .count();
            lines.add("   "
                    + lang.say(
                            drawn > 0 ? "fit.scored.drawn" : "fit.scored.line",
                            words.decision(decision, model.terms()),
                            count,
                            drawn));
        }
        if (!absent.isEmpty()) {
            boolean none = absent.size() == model.attributes().size();
            lines.add(lang.say(none ? "fit.absent.all" : "fit.absent", String.join(", ", absent)));
        }
        if (!unused.isEmpty()) {
            lines.add(lang.say("fit.unused", String.join(", ", unused)));
        }
        if (!strange.isEmpty()) {
            lines.add(lang.say("fit.strange", listed(strange, lang)));
        }
        if (!blank.isEmpty()) {
            lines.add(lang.say("fit.blank", listed(blank, lang)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String listed(List<Some> columns, Language lang) {
        return columns.stream()
                .map(column -> column.header() + " (" + lang.count(column.leads()) + ")")
                .collect(Collectors.joining(", "));
    }
}
