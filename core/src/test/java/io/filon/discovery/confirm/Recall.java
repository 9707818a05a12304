package io.filon.discovery.confirm;

import io.filon.discovery.PlantedTable;
import io.filon.discovery.PlantedTable.Plant;
import io.filon.discovery.chance.Sample;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// What a discovery found of what was planted, and what it confirmed that is not true.
///
/// @param strong    plants whose true difference is at least four standard errors in one half
/// @param found     of them, met by a confirmed rule with Jaccard 0.8
/// @param confirmed distinct rules
/// @param wrong     of them, those expected to be worth no more than some simpler rule
record Recall(int strong, int found, int confirmed, int wrong) {

    static Recall of(PlantedTable table, Findings findings) {
        List<Finding> confirmed =
                findings.findings().stream().filter(Finding::confirmed).toList();
        List<Plant> strong =
                table.plants().stream().filter(plant -> isStrong(table, plant)).toList();
        long found = strong.stream()
                .filter(plant ->
                        confirmed.stream().anyMatch(finding -> alike(plant.members(), finding.members()) >= 0.8))
                .count();
        long wrong =
                confirmed.stream().filter(finding -> !isTrue(table, finding)).count();
        return new Recall(strong.size(), (int) found, confirmed.size(), (int) wrong);
    }

    private static boolean isStrong(PlantedTable table, Plant plant) {
        double spread =
                Math.sqrt(Sample.of(pick(table.profit(), plant.members())).variance());
        double ahead = mean(table.expected(), plant.members())
                - Sample.of(table.expected()).mean();
        return ahead >= 4 * spread / Math.sqrt(plant.members().length / 2.0);
    }

    // a hundredth is left to who happens to be in the sample
    private static boolean isTrue(PlantedTable table, Finding finding) {
        double mean = mean(table.expected(), finding.members());
        return new Segment(finding.conditions())
                .simpler().stream()
                        .map(simpler -> PlantedTable.members(table.columns(), simpler.conditions()))
                        .allMatch(members -> mean(table.expected(), members) < 0.99 * mean);
    }

    private static double alike(int[] one, int[] other) {
        BitSet both = new BitSet();
        Arrays.stream(one).forEach(both::set);
        BitSet others = new BitSet();
        Arrays.stream(other).forEach(others::set);
        both.and(others);
        return (double) both.cardinality() / (one.length + other.length - both.cardinality());
    }

    private static double mean(double[] values, int[] members) {
        return Arrays.stream(members).mapToDouble(i -> values[i]).average().orElse(0);
    }

    private static double[] pick(double[] values, int[] members) {
        return Arrays.stream(members).mapToDouble(i -> values[i]).toArray();
    }
}
