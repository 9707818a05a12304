package io.filon.icp;

import io.filon.icp.claim.Answer;
import io.filon.icp.claim.Measured;
import io.filon.icp.claim.Tolerance;
import io.filon.icp.claim.Verdict;
import java.util.Optional;

/// What was said of one claim that could be measured.
record Claimed(String claim, Tolerance tolerance, Measured measured, Verdict verdict) {

    static Optional<Claimed> of(Answer answer) {
        Measured measured = answer.measured();
        Tolerance tolerance = answer.tolerance();
        return measured == null || tolerance == null
                ? Optional.empty()
                : Optional.of(new Claimed(
                        answer.persona() + "/" + answer.kind() + "/" + answer.subject() + "/" + answer.rule(),
                        tolerance,
                        measured,
                        answer.verdict()));
    }

    private boolean holds(double truth) {
        return truth >= tolerance.low() && truth <= tolerance.high();
    }

    boolean wrong(double truth) {
        return verdict == (holds(truth) ? Verdict.FAILS : Verdict.HOLDS);
    }

    boolean open() {
        return verdict == Verdict.TOO_FEW;
    }

    /// Whether the claim is off by twice its tolerance.
    boolean gross(double truth) {
        double width = (tolerance.high() - tolerance.low()) / 2;
        double middle = (tolerance.high() + tolerance.low()) / 2;
        return Double.isFinite(width) && Math.abs(truth - middle) >= 2 * width;
    }

    /// Whether the truth is nearer to an end of what is tolerated than the range is wide on either side.
    boolean undetectable(double truth) {
        double distance = Math.min(Math.abs(truth - tolerance.low()), Math.abs(truth - tolerance.high()));
        return distance < (measured.high() - measured.low()) / 2;
    }
}
