package io.filon.icp.claim;

import io.filon.rule.Condition;
import io.filon.rule.Measure;
import io.filon.rule.Rule;
import io.filon.stats.FalseShare;
import io.filon.store.Store;
import io.filon.value.PersonaRules;
import io.filon.workspace.Belief;
import io.filon.workspace.Persona;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sets what a persona says beside the customers: each trait among star customers, each belief against its figure.
///
/// A verdict needs the whole 95 % range on one side of the tolerance, and the level of the family (all claims of one
/// persona) by Benjamini and Hochberg. Stars are those of the star window, from orders alone.
public final class ClaimAudit {

    private static final double LEVEL = 0.025;

    private final Store store;
    private final People people;
    private final PersonaRules rules;

    public ClaimAudit(Store store, People people, PersonaRules rules) {
        this.store = store;
        this.people = people;
        this.rules = rules;
    }

    public Reality of(Persona persona) {
        BitSet members = chosen(persona.who().rule());
        Figures figures = new Figures(people, members);
        List<Answer> answers = new ArrayList<>();
        for (Rule trait : traits(persona.who().rule())) {
            answers.add(trait(persona, trait));
        }
        // who is one of a persona cannot be told when a fact it asks for is hardly known
        boolean known = answers.stream().noneMatch(answer -> answer.collect().equals("fact"));
        for (Belief belief : persona.beliefs()) {
            Answer answer = belief(persona, belief, figures);
            answers.add(known || !(belief instanceof Belief.Measured measured) ? answer : unknown(answer, measured));
        }
        if (!persona.job().isEmpty()) {
            answers.add(Answer.unmeasured(persona.name(), "job", persona.job(), null, "ask"));
        }
        return new Reality(
                persona.name(),
                persona.job(),
                persona.budgetShare(),
                figures.spentShare(),
                members.cardinality(),
                figures.shares(),
                figures.average(people.net()).orElse(null),
                sorted(settled(answers)));
    }

    private static Answer unknown(Answer answer, Belief.Measured belief) {
        return Answer.unmeasured(answer.persona(), answer.kind(), answer.subject(), answer.rule(), "fact")
                .declaring(belief.value());
    }

    /// What all have to hold, one by one; anything else is one trait.
    private static List<Rule> traits(Rule rule) {
        return switch (rule) {
            case Rule.All all ->
                all.rules().stream().flatMap(part -> traits(part).stream()).toList();
            case Rule.Everyone _ -> List.of();
            case Rule other -> List.of(other);
        };
    }

    private Answer trait(Persona persona, Rule trait) {
        BitSet base = people.whole();
        if (trait instanceof Condition.Has has && has.measure() instanceof Measure.Fact fact && fact.isPlain()) {
            BitSet known = Lift.both(base, chosen(Condition.known(fact.name())));
            if (known.cardinality() < Figures.KNOWN * base.cardinality()) {
                return Answer.unmeasured(persona.name(), "trait", fact.name(), trait, "fact");
            }
            base = known;
        }
        BitSet having = chosen(trait);
        Lift lift = lift(base, having);
        if (lift == null) {
            return Answer.unmeasured(persona.name(), "trait", "", trait, "stars");
        }
        Tolerance tolerance = Tolerance.atLeast(MARK);
        boolean byDefinition = ByDefinition.asks(trait);
        Verdict verdict = byDefinition ? Verdict.HOLDS : tolerance.of(lift.times());
        BitSet without = (BitSet) people.stars().clone();
        without.andNot(having);
        Measured money = MoneyShare.of(people.starNet(), people.stars(), without)
                .map(share -> Figures.times(share, Figures.sum(people.starNet(), people.stars())))
                .orElse(null);
        Answer answer = new Answer(
                persona.name(),
                "trait",
                "",
                trait,
                null,
                tolerance,
                lift.times(),
                lift,
                money,
                verdict,
                0,
                byDefinition,
                "");
        return verdict == Verdict.TOO_FEW ? answer.open() : answer;
    }

    /// A mark of star customers is at least a tenth more frequent among them than among all.
    private static final double MARK = 1.1;

    private Answer belief(Persona persona, Belief belief, Figures figures) {
        return switch (belief) {
            case Belief.Told(String text) -> Answer.unmeasured(persona.name(), "told", text, null, "ask");
            case Belief.Part part ->
                answer(
                        persona,
                        "share_of_" + word(part.of()),
                        "",
                        null,
                        part,
                        figures.share(part.of()),
                        "nothing",
                        lift(people.whole(), figures.members()),
                        figures.whole(part.of()));
            case Belief.AcquiredBy by ->
                answer(
                        persona,
                        "share_acquired_by",
                        by.channel(),
                        null,
                        by,
                        figures.acquiredBy(by.channel()),
                        "channel",
                        lift(people.whole(), figures.broughtBy(by.channel())),
                        figures.ownNet());
            case Belief.Who who -> {
                BitSet holding = chosen(who.who().rule());
                yield answer(
                        persona,
                        "share_who",
                        who.who().name(),
                        who.who().rule(),
                        who,
                        figures.part(holding),
                        "members",
                        lift(people.whole(), holding),
                        figures.ownNet());
            }
            case Belief.Average average ->
                answer(
                        persona,
                        word(average.what()),
                        "",
                        null,
                        average,
                        figures.average(average.what()),
                        "members",
                        lift(people.whole(), figures.members()),
                        figures.perUnit(average));
        };
    }

    private Answer answer(
            Persona persona,
            String kind,
            String subject,
            @Nullable Rule rule,
            Belief.Measured belief,
            Optional<Measured> measured,
            String collect,
            @Nullable Lift lift,
            double whole) {
        if (measured.isEmpty()) {
            return Answer.unmeasured(persona.name(), kind, subject, rule, collect)
                    .declaring(belief.value());
        }
        Tolerance tolerance = kind.startsWith("share_")
                ? Tolerance.ofShare(belief.value(), belief.tolerance())
                : Tolerance.ofAverage(belief.value(), belief.tolerance());
        Measured figure = measured.get();
        Answer answer = new Answer(
                persona.name(),
                kind,
                subject,
                rule,
                belief.value(),
                tolerance,
                figure,
                lift,
                Figures.gap(figure, belief.value(), whole),
                tolerance.of(figure),
                0,
                false,
                "");
        return answer.decided() ? answer : answer.open();
    }

    /// The level of the whole persona: what only looks decided because many were looked at is open again.
    private static List<Answer> settled(List<Answer> answers) {
        List<Answer> family = answers.stream()
                .filter(answer -> answer.measured() != null && !answer.byDefinition())
                .toList();
        double[] chances = new double[family.size()];
        for (int i = 0; i < chances.length; i++) {
            Tolerance tolerance = family.get(i).tolerance();
            Measured measured = family.get(i).measured();
            chances[i] = tolerance == null || measured == null ? 1 : tolerance.chance(measured);
        }
        double[] levels = FalseShare.adjusted(chances);
        List<Answer> settled = new ArrayList<>();
        for (Answer answer : answers) {
            int place = family.indexOf(answer);
            settled.add(place >= 0 && answer.decided() && levels[place] > LEVEL ? answer.open() : answer);
        }
        return settled;
    }

    private static List<Answer> sorted(List<Answer> answers) {
        return answers.stream()
                .sorted(Comparator.comparing((Answer answer) -> switch (answer.verdict()) {
                            case FAILS -> 0;
                            case HOLDS, TOO_FEW -> 1;
                            case UNMEASURED -> 2;
                        })
                        .thenComparing(Comparator.comparingDouble(Answer::stake).reversed()))
                .toList();
    }

    private @Nullable Lift lift(BitSet base, BitSet chosen) {
        int stars = Lift.both(base, people.stars()).cardinality();
        return stars == 0 || stars == base.cardinality() ? null : Lift.of(base, people.stars(), chosen);
    }

    private BitSet chosen(Rule rule) {
        return people.chosen(store, rules.members(rule));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
