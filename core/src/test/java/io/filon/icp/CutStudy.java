package io.filon.icp;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.icp.claim.Answer;
import io.filon.icp.claim.ClaimAudit;
import io.filon.icp.claim.People;
import io.filon.icp.claim.Verdict;
import io.filon.rule.Condition;
import io.filon.rule.NamedRule;
import io.filon.rule.Operator;
import io.filon.value.PersonaRules;
import io.filon.workspace.Belief;
import io.filon.workspace.Persona;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A made-up shop cut to a few customers: what is said of them against what is true of the whole.
@Tag("study")
class CutStudy {

    private static final int CUSTOMERS = Integer.getInteger("icp.customers", 20_000);
    private static final int CUTS = 200;
    private static final int CUT_TO = 40;

    private int verdicts;
    private int wrong;
    private int undetectable;
    private int open;
    private int named;

    @TempDir
    Path folder;

    @Test
    void forty_customers_are_seldom_wrong_about_the_whole_and_tell_a_gross_contradiction() throws IOException {
        try (StudiedShop shop = StudiedShop.of(folder.resolve("shop"), 1, CUSTOMERS)) {
            cuts(shop);
        }
        System.out.printf(
                "cut to %d, %d times: wrong %d of %d verdicts; too close to tell %d, of which said so %d; gross named %d%n",
                CUT_TO, CUTS, wrong, verdicts, undetectable, open, named);

        assertThat(wrong).isLessThanOrEqualTo((int) (0.05 * verdicts));
        assertThat(open).isGreaterThanOrEqualTo((int) (0.8 * undetectable));
        assertThat(named).isEqualTo(CUTS);
    }

    private void cuts(StudiedShop shop) {
        PersonaRules rules = PersonaRules.of(shop.store(), shop.personas());
        People people = People.of(shop.store());
        Map<String, Double> truth = new HashMap<>();
        ClaimAudit whole = new ClaimAudit(shop.store(), people, rules);
        for (Persona persona : shop.personas()) {
            whole.of(persona).answers().stream()
                    .flatMap(answer -> Claimed.of(answer).stream())
                    .forEach(claim -> truth.put(claim.claim(), claim.measured().value()));
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int cut = 0; cut < CUTS; cut++) {
            ClaimAudit claims = new ClaimAudit(shop.store(), few(people, random), rules);
            for (Persona persona : shop.personas()) {
                for (Answer answer : claims.of(persona).answers()) {
                    Claimed.of(answer).ifPresent(claim -> count(claim, truth.getOrDefault(claim.claim(), 0.0)));
                }
            }
            named += contradictsNobody(claims) ? 1 : 0;
        }
    }

    private void count(Claimed claim, double truth) {
        verdicts++;
        wrong += claim.wrong(truth) ? 1 : 0;
        undetectable += claim.undetectable(truth) ? 1 : 0;
        open += claim.undetectable(truth) && claim.open() ? 1 : 0;
    }

    /// A persona nobody is, declared to be 90 % of the customers.
    private static boolean contradictsNobody(ClaimAudit claims) {
        Persona nobody = new Persona(
                "nobody.yaml",
                "",
                new NamedRule("nobody", Condition.compare("region", Operator.IS, "Atlantis")),
                null,
                "",
                List.of(new Belief.Part(Belief.Of.CUSTOMERS, 0.9, null)));
        return claims.of(nobody).answers().stream()
                .anyMatch(answer -> answer.kind().equals("share_of_customers") && answer.verdict() == Verdict.FAILS);
    }

    private static People few(People people, RandomGenerator random) {
        int[] kept = IntStream.generate(() -> random.nextInt(people.size()))
                .distinct()
                .limit(CUT_TO)
                .sorted()
                .toArray();
        int[] places = new int[people.size()];
        Arrays.fill(places, -1);
        BitSet whole = new BitSet();
        BitSet stars = new BitSet();
        for (int i = 0; i < kept.length; i++) {
            places[kept[i]] = i;
            whole.set(i, people.whole().get(kept[i]));
            stars.set(i, people.stars().get(kept[i]));
        }
        return new People(
                whole,
                stars,
                of(people.net(), kept),
                of(people.revenue(), kept),
                of(people.orders(), kept),
                of(people.starNet(), kept),
                of(people.gapDays(), kept),
                of(people.acquisition(), kept),
                Arrays.stream(kept).mapToObj(i -> people.channels()[i]).toArray(String[]::new),
                places,
                new ConcurrentHashMap<>());
    }

    private static double[] of(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }
}
