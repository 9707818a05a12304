package io.filon.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The demo's VIP mail earns nothing. What a control group makes of it: sizes of both arms, usual answers, worths and
/// costs are those measured in the demo of 20,000 customers, seed 1; the extra answers are near its truth by stage.
@Tag("study")
class VipMailStudy {

    /// @param extra the truth
    private record Arm(
            String stage, int contacted, int heldOut, double usual, double extra, double worth, double cost) {}

    private static final List<Arm> ARMS = List.of(
            new Arm("active_vip", 3812, 964, 0.38, 0.0, 40, 0.0203),
            new Arm("active", 8794, 2263, 0.20, 0.002, 25, 0.0206),
            new Arm("at_risk", 5011, 1284, 0.17, 0.025, 25, 0.0385),
            new Arm("dormant_high_value", 1474, 364, 0.05, 0.06, 45, 0.2578),
            new Arm("dormant_low_value", 11751, 3142, 0.06, 0.02, 20, 0.0671),
            new Arm("lost", 5024, 1212, 0.012, 0.006, 18, 0.054));
    private static final int SEEDS = 200;

    @Test
    void the_vip_mail_is_first_before_it_is_measured() {
        List<Row> rows = Matrix.rows(
                Draft.believed(ARMS.stream().map(arm -> draft(arm, null)).toList(), 200));

        assertThat(rows.getFirst().segment()).isEqualTo("active_vip");
    }

    @Test
    void a_mail_that_earns_nothing_is_not_first_once_a_control_group_has_measured_it() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        int first = 0;
        int sure = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Draft> drafts = new ArrayList<>();
            for (Arm arm : ARMS) {
                drafts.add(draft(arm, measured(arm, random)));
            }
            Row best = Matrix.rows(Draft.believed(drafts, 200)).getFirst();
            first += best.segment().equals("active_vip") ? 1 : 0;
            sure += best.segment().equals("active_vip") && best.firstChance() >= 0.95 ? 1 : 0;
        }
        System.out.println("VIP mail first in " + first + ", surely in " + sure + " of " + SEEDS);

        assertThat(first).isLessThanOrEqualTo(SEEDS / 10);
        assertThat(sure).isLessThanOrEqualTo(SEEDS / 100);
    }

    private static Measured measured(Arm arm, RandomGenerator random) {
        double contacted = answers(arm.contacted, arm.usual + arm.extra, random);
        double heldOut = answers(arm.heldOut, arm.usual, random);
        double variance = contacted * (1 - contacted) / arm.contacted + heldOut * (1 - heldOut) / arm.heldOut;
        return new Measured(
                        arm.stage,
                        arm.contacted,
                        arm.heldOut,
                        contacted,
                        heldOut,
                        contacted - heldOut,
                        (contacted + heldOut) / 2,
                        variance)
                .floored();
    }

    private static double answers(int contacts, double rate, RandomGenerator random) {
        int answers = 0;
        for (int i = 0; i < contacts; i++) {
            answers += random.nextDouble() < rate ? 1 : 0;
        }
        return (double) answers / contacts;
    }

    private static Draft draft(Arm arm, @org.jspecify.annotations.Nullable Measured measured) {
        double[] worths = new double[500];
        Arrays.fill(worths, arm.worth);
        return new Draft(
                new SegmentPeople(arm.stage, arm.stage, 500, worths, 2, arm.usual),
                "",
                arm.cost,
                "measured",
                measured,
                arm.usual,
                arm.contacted,
                arm.usual);
    }
}
