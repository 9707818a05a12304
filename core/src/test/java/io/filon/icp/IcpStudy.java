package io.filon.icp;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.Loop;
import io.filon.demo.Shop;
import io.filon.demo.ShopGenerator;
import io.filon.demo.ShopOptions;
import io.filon.icp.claim.Answer;
import io.filon.icp.claim.ClaimAudit;
import io.filon.icp.claim.Measured;
import io.filon.icp.claim.People;
import io.filon.icp.claim.Tolerance;
import io.filon.icp.claim.Verdict;
import io.filon.icp.serve.Served;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.PersonaRules;
import io.filon.workspace.Persona;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Made-up shops whose answers are known. Truth: of a choice at first contact, `truth_contacts.csv`; of a claim or a
/// group, its mean over all seeds. `-Dicp.seeds` and `-Dicp.customers` set how much is run.
@Tag("study")
class IcpStudy {

    private static final int SEEDS = Integer.getInteger("icp.seeds", 100);
    private static final int CUSTOMERS = Integer.getInteger("icp.customers", 20_000);
    private static final int CUTS = 200;
    private static final int CUT_TO = 40;

    /// @param share of the best choice of as many
    private record Chosen(double share, double each, double personas, double random) {}

    private record Claimed(String claim, Tolerance tolerance, Measured measured, Verdict verdict) {}

    private final List<Chosen> chosen = new ArrayList<>();
    private final List<List<Claimed>> claims = new ArrayList<>();
    private final List<Map<String, Served>> served = new ArrayList<>();
    private int cutVerdicts;
    private int cutWrong;
    private int cutClear;
    private int cutNamed;

    @TempDir
    Path folder;

    @Test
    void finds_the_ideal_customer_contradicts_what_is_wrong_and_names_who_loses_money() throws IOException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            shop(seed);
            told();
        }
        double[] verdicts = verdicts();
        double[] losers = losers();
        assertThat(good()).isGreaterThanOrEqualTo(0.85 * SEEDS);
        assertThat(better()).isGreaterThanOrEqualTo(0.95 * SEEDS);
        assertThat(verdicts[0]).isLessThanOrEqualTo(0.05);
        assertThat(verdicts[2]).isGreaterThanOrEqualTo(0.9);
        assertThat(cutWrong).isLessThanOrEqualTo((int) (0.05 * cutVerdicts));
        assertThat(cutNamed).isEqualTo(cutClear);
        assertThat(losers[0]).isGreaterThanOrEqualTo(0.9);
        assertThat(losers[2]).isLessThanOrEqualTo(0.1 * SEEDS);
    }

    private double good() {
        return chosen.stream().filter(one -> one.share >= 0.85).count();
    }

    private double better() {
        return chosen.stream()
                .filter(one -> one.each > one.personas && one.each > one.random)
                .count();
    }

    /// What has come out so far; a long study may be stopped.
    private void told() {
        System.out.printf(
                "%d seeds of %d: ICP earns %.3f of the best on average, least %.3f; at least 0.85 in %.0f; beats personas and random in %.0f%n",
                chosen.size(),
                CUSTOMERS,
                chosen.stream().mapToDouble(Chosen::share).average().orElse(0),
                chosen.stream().mapToDouble(Chosen::share).min().orElse(0),
                good(),
                better());
        double[] verdicts = verdicts();
        System.out.printf(
                "verdicts: wrong %.4f of %.0f; contradictions of twice the tolerance found %.3f of %.0f%n",
                verdicts[0], verdicts[1], verdicts[2], verdicts[3]);
        System.out.printf(
                "cut to %d: wrong %d of %d; declared 90 %%, true 0 %%, named %d of %d%n",
                CUT_TO, cutWrong, cutVerdicts, cutNamed, cutClear);
        double[] losers = losers();
        System.out.printf(
                "losers of three errors found %.3f of %.0f; shops that name one that does not lose %.0f%n",
                losers[0], losers[1], losers[2]);
    }

    private void shop(int seed) throws IOException {
        Path place = Files.createDirectories(folder.resolve("shop" + seed));
        ShopOptions designed = ShopOptions.of(seed, CUSTOMERS);
        Shop shop = new ShopGenerator(new ShopOptions(seed, CUSTOMERS, designed.from(), designed.to(), 1, 0.05))
                .writeTo(place, done -> {});
        Workspace workspace = Workspace.at(place.resolve("company"));
        Files.createDirectories(workspace.personasFolder());
        try (Stream<Path> declared = Files.list(shop.personas())) {
            for (Path persona : declared.toList()) {
                Files.copy(persona, workspace.personasFolder().resolve(persona.getFileName()));
            }
        }
        try (Run run = Run.begin(workspace, new DuckStore.Limits("1GB", 1))) {
            Loop loop = new Loop(run, workspace, workspace.settings(), Progress.NONE);
            loop.understand(List.of(shop.exports()), List.of());
            loop.icp(null);
            List<Persona> personas = workspace.personas();
            IcpAudit.Result result = new IcpAudit(run.store(), workspace.settings(), personas).run();
            chosen.add(chosen(run.store(), result.attract().lens(), shop.truth().resolveSibling("truth_contacts.csv")));
            claims.add(result.realities().stream()
                    .flatMap(reality -> reality.answers().stream())
                    .filter(answer -> answer.measured() != null)
                    .map(IcpStudy::claimed)
                    .toList());
            Map<String, Served> groups = new TreeMap<>();
            result.served().stream()
                    .filter(group -> !group.dimension().equals("hidden"))
                    .forEach(group -> groups.put(group.dimension() + "/" + group.name(), group));
            served.add(groups);
            if (seed == 1) {
                cuts(run.store(), result, personas);
            }
        }
        try (Stream<Path> all = Files.walk(place)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private static Claimed claimed(Answer answer) {
        return new Claimed(
                answer.persona() + "/" + answer.kind() + "/" + answer.subject() + "/" + answer.rule(),
                answer.tolerance(),
                answer.measured(),
                answer.verdict());
    }

    private record Row(String customerId, boolean inside, boolean persona) {}

    /// On customers not used to find it: what the ICP is expected to earn beside the best choice of as many.
    private static Chosen chosen(Store store, String lens, Path truth) throws IOException {
        Map<String, Double> expected = new HashMap<>();
        try (Stream<String> lines = Files.lines(truth)) {
            lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> expected.put(cells[0], Double.valueOf(cells[1])));
        }
        List<Row> rows = store.query(
                Sql.of(
                        "select customer_id, inside, customer_id in (select customer_id from persona_members) as persona "
                                + "from icp_people where lens = ? and checked order by customer_id",
                        lens),
                Row.class);
        double[] all = rows.stream()
                .mapToDouble(row -> expected.getOrDefault(row.customerId, 0.0))
                .toArray();
        int n = (int) rows.stream().filter(Row::inside).count();
        double inside = mean(rows, all, true);
        double[] best = Arrays.stream(all).sorted().toArray();
        double most = IntStream.range(0, n)
                .mapToDouble(i -> best[best.length - 1 - i])
                .average()
                .orElse(0);
        return new Chosen(
                n == 0 ? 0 : inside / most,
                inside,
                mean(rows, all, false),
                Arrays.stream(all).average().orElse(0));
    }

    private static double mean(List<Row> rows, double[] values, boolean icp) {
        return IntStream.range(0, values.length)
                .filter(i -> icp ? rows.get(i).inside : rows.get(i).persona)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(0);
    }

    /// Wrong share and verdicts, found share and contradictions.
    private double[] verdicts() {
        Map<String, Double> truth = new HashMap<>();
        claims.forEach(shop ->
                shop.forEach(claim -> truth.merge(claim.claim, claim.measured.value() / claims.size(), Double::sum)));
        double all = 0;
        double wrong = 0;
        double gross = 0;
        double found = 0;
        for (List<Claimed> shop : claims) {
            for (Claimed claim : shop) {
                double value = truth.getOrDefault(claim.claim, 0.0);
                boolean holds = value >= claim.tolerance.low() && value <= claim.tolerance.high();
                all++;
                wrong += claim.verdict == (holds ? Verdict.FAILS : Verdict.HOLDS) ? 1 : 0;
                double width = (claim.tolerance.high() - claim.tolerance.low()) / 2;
                double middle = (claim.tolerance.high() + claim.tolerance.low()) / 2;
                if (Double.isFinite(width) && Math.abs(value - middle) >= 2 * width) {
                    gross++;
                    found += claim.verdict == Verdict.FAILS ? 1 : 0;
                }
            }
        }
        return new double[] {wrong / all, all, gross == 0 ? 1 : found / gross, gross};
    }

    private double[] losers() {
        Map<String, double[]> sums = new HashMap<>();
        served.forEach(shop -> shop.forEach((name, group) -> {
            double[] sum = sums.computeIfAbsent(name, _ -> new double[2]);
            sum[0] += group.net().value() * group.customers();
            sum[1] += group.customers();
        }));
        double planted = 0;
        double found = 0;
        double fooled = 0;
        for (Map<String, Served> shop : served) {
            boolean wrongly = false;
            for (Map.Entry<String, Served> each : shop.entrySet()) {
                double[] sum = sums.getOrDefault(each.getKey(), new double[] {0, 1});
                double truth = sum[0] / sum[1];
                Measured net = each.getValue().net();
                double error = (net.high() - net.low()) / 3.92;
                boolean everywhere = served.stream().allMatch(other -> other.containsKey(each.getKey()));
                if (everywhere && truth <= -3 * error) {
                    planted++;
                    found += each.getValue().loses() ? 1 : 0;
                }
                // one not seen everywhere was shown because it lost: its mean is no truth
                wrongly |= everywhere && truth >= 0 && each.getValue().loses();
            }
            fooled += wrongly ? 1 : 0;
        }
        return new double[] {planted == 0 ? 1 : found / planted, planted, fooled};
    }

    /// The base cut to a few customers: what is said of them against what is true of the whole.
    private void cuts(Store store, IcpAudit.Result whole, List<Persona> personas) {
        PersonaRules rules = PersonaRules.of(store, personas);
        People people = People.of(store);
        Map<String, Double> truth = new HashMap<>();
        whole.realities()
                .forEach(reality -> reality.answers().stream()
                        .filter(answer -> answer.measured() != null)
                        .map(IcpStudy::claimed)
                        .forEach(claim -> truth.put(claim.claim, claim.measured.value())));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int cut = 0; cut < CUTS; cut++) {
            ClaimAudit claims = new ClaimAudit(store, few(people, random), rules);
            for (Persona persona : personas) {
                for (Answer answer : claims.of(persona).answers()) {
                    if (answer.measured() != null && answer.tolerance() != null) {
                        Claimed claim = claimed(answer);
                        double value = truth.getOrDefault(claim.claim, 0.0);
                        boolean holds = value >= claim.tolerance.low() && value <= claim.tolerance.high();
                        cutVerdicts++;
                        cutWrong += claim.verdict == (holds ? Verdict.FAILS : Verdict.HOLDS) ? 1 : 0;
                    }
                }
            }
            cutClear++;
            cutNamed += gross(claims) ? 1 : 0;
        }
    }

    /// A persona nobody is, declared to be 90 % of the customers.
    private static boolean gross(ClaimAudit claims) {
        Persona nobody = new Persona(
                "nobody.yaml",
                "",
                new io.filon.rule.NamedRule(
                        "nobody", io.filon.rule.Condition.compare("region", io.filon.rule.Operator.IS, "Atlantis")),
                null,
                "",
                List.of(new io.filon.workspace.Belief.Part(io.filon.workspace.Belief.Of.CUSTOMERS, 0.9, null)));
        return claims.of(nobody).answers().stream()
                .anyMatch(answer -> answer.kind().equals("share_of_customers") && answer.verdict() == Verdict.FAILS);
    }

    private static People few(People people, RandomGenerator random) {
        int[] kept = IntStream.generate(() -> random.nextInt(people.size()))
                .distinct()
                .limit(CUT_TO)
                .sorted()
                .toArray();
        Map<String, Integer> places = new HashMap<>();
        Map<Integer, String> ids = new HashMap<>();
        people.places().forEach((id, place) -> ids.put(place, id));
        BitSet whole = new BitSet();
        BitSet stars = new BitSet();
        for (int i = 0; i < kept.length; i++) {
            places.put(ids.get(kept[i]), i);
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
                places);
    }

    private static double[] of(double[] values, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
    }
}
