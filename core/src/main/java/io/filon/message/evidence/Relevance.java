package io.filon.message.evidence;

import io.filon.message.evidence.Evidence.Role;
import io.filon.message.evidence.Figure.Better;
import io.filon.message.evidence.Figure.Unit;
import io.filon.message.evidence.People.Counted;
import io.filon.message.evidence.People.Row;
import io.filon.stats.FalseShare;
import io.filon.stats.Student;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the group comes for, where it stops, what it buys and for how long it has stayed away: only where its data tell
/// from chance, each kind one family (Benjamini and Hochberg).
final class Relevance {

    private static final double MOST = 0.8;
    private static final double FEWEST_TIMES = 1.2;
    private static final int FEWEST_GONE = 10;

    private final Store store;
    private final Group group;
    private final People people;
    private final double errorRate;
    private final long least;
    private final UnaryOperator<String> jobName;
    private final List<Evidence> found = new ArrayList<>();

    Relevance(Findings asked, Group group, People people) {
        this.store = asked.store();
        this.group = group;
        this.people = people;
        this.errorRate = asked.errorRate();
        this.least = asked.least();
        this.jobName = asked.jobName();
    }

    List<Evidence> find() {
        stage();
        job();
        goods();
        barrier();
        return List.copyOf(found);
    }

    /// Where in their life as customers most of them are; with those who stay away, for how long all of them have.
    private void stage() {
        Map<String, Long> stages = people.rows().stream()
                .flatMap(row -> Optional.ofNullable(row.stage()).stream())
                .collect(Collectors.groupingBy(stage -> stage, Collectors.counting()));
        stages.entrySet().stream()
                .filter(stage -> stage.getValue() >= MOST * people.size())
                .findFirst()
                .ifPresent(stage -> {
                    double share = (double) stage.getValue() / people.size();
                    Phrase says = Phrase.of(
                            "message.evidence.stage",
                            new Value.Share(share),
                            new Value.Word("lifecycle." + stage.getKey()),
                            new Value.Count(people.size()));
                    Figure figure = Figure.certain(share, Unit.SHARE, Better.MORE);
                    add("stage", stage.getKey(), figure, people.size(), "lifecycle", says);
                    away(stage.getKey());
                });
    }

    private void away(String stage) {
        if (!stage.startsWith("dormant") && !stage.equals("lost") && !stage.equals("at_risk")) {
            return;
        }
        people.rows().stream()
                .map(Row::daysSinceLastOrder)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .min()
                .ifPresent(days -> add(
                        "away",
                        stage,
                        Figure.certain((double) days, Unit.DAYS, Better.MORE),
                        people.size(),
                        "customer_facts",
                        Phrase.of("message.evidence.away", new Value.Count(days))));
    }

    /// The job most of those come for of whom it is known; told when it is clearly ahead of the next.
    private void job() {
        List<Map.Entry<String, Long>> jobs = people.rows().stream()
                .flatMap(row -> Optional.ofNullable(row.usualJob()).stream())
                .collect(Collectors.groupingBy(job -> job, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        if (jobs.isEmpty() || group.asks("job")) {
            return;
        }
        String first = jobs.getFirst().getKey();
        long next = jobs.size() > 1 ? jobs.get(1).getValue() : 0;
        Optional<Counted> share =
                people.share(row -> row.usualJob() != null, row -> first.equals(row.usualJob()), least);
        if (share.isPresent() && ahead(jobs.getFirst().getValue(), next)) {
            Counted counted = share.get();
            Phrase says = Phrase.of(
                    "message.evidence.job",
                    new Value.Share(counted.value()),
                    new Value.Name(jobName.apply(first)),
                    new Value.Share(counted.low()),
                    new Value.Share(counted.high()),
                    new Value.Count(counted.customers()));
            add("job", first, figure(counted), counted.customers(), "customer_jobs", says);
        }
    }

    /// A sign test between the two: of those who come for either, so many for the first would surprise if it were even.
    private boolean ahead(long first, long next) {
        double sum = (double) first + next;
        return sum > 0 && (first - next - 1) / Math.sqrt(sum) > Student.quantile(errorRate / 2, 2_000);
    }

    private record Good(String category, long havingIt, long people, long othersHavingIt, long otherPeople) {

        Contrast contrast() {
            double own = (double) havingIt / people;
            double other = otherPeople == 0 ? 0 : (double) othersHavingIt / otherPeople;
            return new Contrast(
                    own, own * (1 - own) / people, people, other, other * (1 - other) / otherPeople, otherPeople);
        }
    }

    /// The category that the group buys clearly more than others do.
    private void goods() {
        List<Good> goods = store
                .query(
                        Sql.of(
                                "select category, having_it, people, others_having_it, other_people "
                                        + "from message_goods where segment = ? order by category",
                                group.key()),
                        Good.class)
                .stream()
                .filter(good -> good.contrast().tells(least))
                .toList();
        double[] q = FalseShare.adjusted(
                goods.stream().mapToDouble(good -> good.contrast().p()).toArray());
        IntStream.range(0, q.length)
                .filter(i -> q[i] <= errorRate)
                .mapToObj(goods::get)
                .filter(good ->
                        good.contrast().own() >= FEWEST_TIMES * good.contrast().other())
                .filter(good -> !group.definition().contains(good.category))
                .max(Comparator.comparingDouble(
                        good -> good.contrast().own() - good.contrast().other()))
                .ifPresent(good -> {
                    Contrast contrast = good.contrast();
                    Phrase says = Phrase.of(
                            "message.evidence.goods",
                            new Value.Share(contrast.own()),
                            new Value.Name(good.category),
                            new Value.Share(contrast.low()),
                            new Value.Share(contrast.high()),
                            new Value.Share(contrast.other()),
                            new Value.Count(good.people));
                    add("goods", good.category, figure(contrast), good.people, "message_goods", says);
                });
    }

    private record Step(
            String step,
            double people,
            double visits,
            double gone,
            double goneGone,
            double goneVisits,
            double visitsVisits,
            double otherPeople,
            double otherVisits,
            double otherGone,
            double otherGoneGone,
            double otherGoneVisits,
            double otherVisitsVisits) {

        boolean counts() {
            return gone >= FEWEST_GONE && otherGone >= FEWEST_GONE;
        }

        Contrast contrast() {
            return new Contrast(
                    gone / visits,
                    Contrast.ratioVariance(gone, visits, goneGone, goneVisits, visitsVisits),
                    people,
                    otherGone / otherVisits,
                    Contrast.ratioVariance(otherGone, otherVisits, otherGoneGone, otherGoneVisits, otherVisitsVisits),
                    otherPeople);
        }
    }

    /// The step of a visit at which the group leaves clearly more than all other customers.
    private void barrier() {
        List<Step> steps = store
                .query(Sql.of("select * from message_steps where segment = ? order by step", group.key()), Step.class)
                .stream()
                .filter(step -> step.counts() && step.contrast().tells(least))
                .toList();
        double[] q = FalseShare.adjusted(
                steps.stream().mapToDouble(step -> step.contrast().p()).toArray());
        IntStream.range(0, q.length)
                .filter(i -> q[i] <= errorRate)
                .mapToObj(steps::get)
                .filter(step -> step.contrast().own() > step.contrast().other())
                .max(Comparator.comparingDouble(step ->
                        step.visits * (step.contrast().own() - step.contrast().other())))
                .ifPresent(step -> {
                    Contrast contrast = step.contrast();
                    Phrase says = Phrase.of(
                            "message.evidence.barrier",
                            new Value.Share(contrast.own()),
                            new Value.Word("behaviour.left." + step.step),
                            new Value.Share(contrast.low()),
                            new Value.Share(contrast.high()),
                            new Value.Share(contrast.other()),
                            new Value.Count((long) step.people));
                    add("barrier", step.step, figure(contrast), (long) step.people, "message_steps", says);
                });
    }

    private static Figure figure(Contrast contrast) {
        return new Figure(contrast.own(), contrast.low(), contrast.high(), Unit.SHARE, Better.MORE);
    }

    private static Figure figure(Counted counted) {
        return new Figure(counted.value(), counted.low(), counted.high(), Unit.SHARE, Better.MORE);
    }

    private void add(String id, String about, Figure figure, long customers, String table, Phrase says) {
        found.add(Evidence.measured(id, Role.RELEVANCE, about, figure, customers, table, says));
    }
}
