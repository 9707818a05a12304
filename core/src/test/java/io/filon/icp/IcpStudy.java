package io.filon.icp;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.icp.claim.ClaimAudit;
import io.filon.icp.claim.Measured;
import io.filon.icp.claim.People;
import io.filon.icp.claim.Verdict;
import io.filon.icp.operating.OperatingIcp;
import io.filon.icp.serve.BadFit;
import io.filon.icp.serve.Served;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.PersonaRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/// Made-up shops whose answers are known. Truth: of a choice at first contact, `truth_contacts.csv`; of a claim or a
/// group, its mean over all seeds. `-Dicp.seeds`, `-Dicp.customers` and `-Dicp.minutes` set how much is run;
/// `-Dicp.kept` names a folder that keeps what each shop gave, so that a long run can be taken up again.
@Tag("study")
class IcpStudy {

    private static final int SEEDS = Integer.getInteger("icp.seeds", 100);
    private static final int CUSTOMERS = Integer.getInteger("icp.customers", 20_000);
    private static final int MINUTES = Integer.getInteger("icp.minutes", 24 * 60);

    private static final String KEPT = System.getProperty("icp.kept", "");

    /// @param share of the best choice of as many
    private record Chosen(double share, double each, double personas, double random) {}

    private record Studied(Chosen chosen, List<Claimed> claims, Map<String, Served> served) {}

    private final List<Chosen> chosen = new ArrayList<>();
    private final List<List<Claimed>> claims = new ArrayList<>();
    private final List<Map<String, Served>> served = new ArrayList<>();
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void finds_the_ideal_customer_contradicts_what_is_wrong_and_names_who_loses_money() throws IOException {
        long end = System.nanoTime() + MINUTES * 60_000_000_000L;
        for (int seed = 1; seed <= SEEDS && System.nanoTime() < end; seed++) {
            Studied shop = kept(seed);
            chosen.add(shop.chosen);
            claims.add(shop.claims);
            served.add(shop.served);
            told();
        }
        int shops = chosen.size();
        double[] verdicts = verdicts();
        double[] losers = losers();
        assertThat(good()).isGreaterThanOrEqualTo(0.85 * shops);
        assertThat(better()).isGreaterThanOrEqualTo(0.95 * shops);
        assertThat(verdicts[0]).isLessThanOrEqualTo(0.05);
        assertThat(verdicts[2]).isGreaterThanOrEqualTo(0.9);
        assertThat(losers[0]).isGreaterThanOrEqualTo(0.9);
        assertThat(losers[2]).isLessThanOrEqualTo(0.1 * shops);
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
                "%d shops of %d: ICP earns %.3f of the best on average, least %.3f; at least 0.85 in %.0f; beats personas and random in %.0f%n",
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
        double[] losers = losers();
        System.out.printf(
                "losers of three errors found %.3f of %.0f; shops that name one that does not lose %.0f%n",
                losers[0], losers[1], losers[2]);
    }

    private Studied kept(int seed) throws IOException {
        if (KEPT.isEmpty()) {
            return shop(seed);
        }
        Path file = Files.createDirectories(Path.of(KEPT)).resolve("shop%d-of-%d.json".formatted(seed, CUSTOMERS));
        if (!Files.exists(file)) {
            json.writeValue(file, shop(seed));
        }
        return json.readValue(file, Studied.class);
    }

    private Studied shop(int seed) throws IOException {
        try (StudiedShop shop = StudiedShop.of(folder.resolve("shop" + seed), seed, CUSTOMERS)) {
            Store store = shop.store();
            PersonaRules rules = PersonaRules.of(store, shop.personas());
            ClaimAudit audit = new ClaimAudit(store, People.of(store), rules);
            List<Claimed> claimed = shop.personas().stream()
                    .flatMap(persona -> audit.of(persona).answers().stream())
                    .flatMap(answer -> Claimed.of(answer).stream())
                    .toList();
            OperatingIcp operating = new OperatingIcp(store);
            Chosen icp = chosen(store, operating.of(operating.attract()).lens(), shop.expected());
            Map<String, Served> groups = new TreeMap<>();
            new BadFit(store, shop.settings())
                    .groups()
                    .forEach(group -> groups.put(group.dimension() + "/" + group.name(), group));
            return new Studied(icp, claimed, groups);
        }
    }

    private record Row(String customerId, boolean inside, boolean persona) {}

    /// On customers not used to find it: what the ICP is expected to earn beside the best choice of as many.
    private static Chosen chosen(Store store, String lens, Map<String, Double> expected) {
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
        claims.forEach(shop -> shop.forEach(
                claim -> truth.merge(claim.claim(), claim.measured().value() / claims.size(), Double::sum)));
        double all = 0;
        double wrong = 0;
        double gross = 0;
        double found = 0;
        for (List<Claimed> shop : claims) {
            for (Claimed claim : shop) {
                double value = truth.getOrDefault(claim.claim(), 0.0);
                all++;
                wrong += claim.wrong(value) ? 1 : 0;
                if (claim.gross(value)) {
                    gross++;
                    found += claim.verdict() == Verdict.FAILS ? 1 : 0;
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
}
