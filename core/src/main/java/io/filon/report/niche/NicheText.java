package io.filon.report.niche;

import io.filon.niche.Criterion;
import io.filon.niche.Figure;
import io.filon.niche.Niche;
import io.filon.niche.Niches;
import io.filon.niche.Niches.LeftOut;
import io.filon.niche.Range;
import io.filon.niche.path.ExpansionPath;
import io.filon.niche.path.Neighbour;
import io.filon.report.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Niches as plain text: the decision, each niche with its figures, in which order to take them, what is no niche.
public final class NicheText {

    private static final int NICHES = 8;
    private static final int DETAILED = 3;
    private static final int OUT = 10;
    private static final int MOVES = 5;

    private final Language lang;
    private final StringBuilder text = new StringBuilder();

    public NicheText(Language language) {
        this.lang = language;
    }

    public String write(NicheReport report) {
        text.setLength(0);
        Niches found = report.found();
        report.said().forEach(said -> line(lang.say(said.sentence())));
        niches(found);
        path(found);
        moves(found);
        weights(found);
        leftOut(found);
        return text.toString();
    }

    private void niches(Niches found) {
        if (found.niches().isEmpty()) {
            return;
        }
        title("niche.list", lang.share(found.equalWithin()));
        for (int i = 0; i < Math.min(NICHES, found.niches().size()); i++) {
            Niche niche = found.niches().get(i);
            line("  "
                    + lang.say(
                            "niche.line",
                            i + 1,
                            name(niche),
                            money(niche.gain().value()),
                            money(niche.gain().low()),
                            money(niche.gain().high()),
                            lang.share(niche.firstChance()),
                            lang.number(niche.score().value(), 0),
                            niche.customers()));
            if (i < DETAILED) {
                for (Criterion criterion : Criterion.values()) {
                    figure(criterion, niche);
                }
            }
        }
        if (found.niches().size() > NICHES) {
            line("  " + lang.say("niche.more", found.niches().size() - NICHES));
        }
    }

    private void figure(Criterion criterion, Niche niche) {
        Figure figure = niche.figures().get(criterion);
        if (figure == null) {
            return;
        }
        String called = lang.word("niche.criterion", code(criterion));
        Range range = figure.range();
        if (range == null) {
            line("     " + lang.say("niche.unknown", called, lang.say("niche.why." + figure.why(), figure.cases())));
            return;
        }
        Double points = niche.points().get(criterion);
        line("     "
                + lang.say(
                        "niche.figure",
                        called,
                        number(criterion, range.value()),
                        number(criterion, range.low()),
                        number(criterion, range.high()),
                        lang.word("market.origin", figure.origin()),
                        points == null ? lang.unknown() : lang.number(points, 0)));
    }

    private String number(Criterion criterion, double value) {
        return switch (criterion) {
            case VALUE, SERVICE, EFFORT -> money(value);
            case SIZE -> lang.number(value, value < 10 ? 1 : 0);
            case PAYBACK -> lang.number(value, 1);
            case WIN_RATE, RETENTION, REFERRAL, JOB -> lang.share(value);
        };
    }

    private void path(Niches found) {
        ExpansionPath path = found.path();
        if (path == null || path.steps().isEmpty()) {
            return;
        }
        title("niche.path", path.months(), path.exact() ? 1 : 0, lang.share(path.nextTo()));
        for (int i = 0; i < path.steps().size(); i++) {
            ExpansionPath.Step step = path.steps().get(i);
            line("  "
                    + lang.say(
                            step.reached() ? "niche.step" : "niche.step.cut",
                            i + 1,
                            name(found, step.niche()),
                            lang.number(step.afterMonths(), 1),
                            lang.number(step.months(), 1),
                            lang.number(step.newCustomers(), step.newCustomers() < 10 ? 1 : 0),
                            money(step.worth()),
                            lang.share(ExpansionPath.ENOUGH),
                            step.endsAt())
                    + (step.nearest().isEmpty()
                            ? ""
                            : lang.say("niche.step.near", name(found, step.nearest()), lang.share(step.near()))));
        }
    }

    private void moves(Niches found) {
        List<Neighbour> moved = found.neighbours().stream()
                .filter(one -> one.moved() != null && one.moved() > 0)
                .limit(MOVES)
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        title("niche.moves");
        moved.forEach(one -> line("  "
                + lang.say(
                        "niche.move",
                        name(found, one.from()),
                        name(found, one.to()),
                        one.moves(),
                        lang.number(one.byChance(), 0))));
    }

    private void weights(Niches found) {
        List<String> said = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            double weight = found.weights().getOrDefault(criterion, 0.0);
            if (weight > 0) {
                said.add(lang.word("niche.criterion", code(criterion)).toLowerCase(lang.locale()) + " "
                        + lang.share(weight));
            }
        }
        line("");
        line(lang.say("niche.weights", String.join(", ", said)));
    }

    private void leftOut(Niches found) {
        if (found.leftOut().isEmpty()) {
            return;
        }
        title("niche.left_out");
        found.leftOut().stream().limit(OUT).forEach(one -> line("  " + reason(found, one)));
        if (found.leftOut().size() > OUT) {
            line("  " + lang.say("niche.more", found.leftOut().size() - OUT));
        }
    }

    private String reason(Niches found, LeftOut one) {
        return lang.say(
                "niche.out." + one.why(),
                one.name().in(lang.locale()),
                one.customers(),
                one.into().isEmpty() ? "" : name(found, one.into()),
                found.least());
    }

    private String name(Niches found, String key) {
        return found.niche(key)
                .map(this::name)
                .orElseGet(() -> found.leftOut().stream()
                        .filter(one -> one.key().equals(key))
                        .map(one -> one.name().in(lang.locale()))
                        .findFirst()
                        .orElse(key));
    }

    private String name(Niche niche) {
        return niche.name().in(lang.locale());
    }

    private static String code(Criterion criterion) {
        return criterion.name().toLowerCase(Locale.ROOT);
    }

    private String money(double amount) {
        return lang.money(NicheReport.rounded(amount));
    }

    private void title(String key, Object... values) {
        line("");
        line(lang.say(key, values));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
