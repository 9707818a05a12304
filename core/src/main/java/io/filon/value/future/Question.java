package io.filon.value.future;

import static io.filon.problem.Require.require;

import io.filon.value.model.BgNbd;
import io.filon.value.model.MbgCnbd;
import io.filon.value.model.MbgNbd;
import io.filon.value.model.Nbd;
import io.filon.value.model.ParetoNbd;
import io.filon.value.model.PurchaseModel;
import io.filon.value.model.covariates.MbgNbdCovariates;
import java.util.List;

/// What is asked of the future.
///
/// @param learning    from which days it is learnt
/// @param horizonDays how far ahead; 0 for a year, or for what was held out
/// @param models      contestants, in the order in which the simpler wins
/// @param pains       how much is spent on ranges
public record Question(Learning learning, int horizonDays, List<PurchaseModel> models, Pains pains) {

    public static final int YEAR = 365;

    /// All models, simplest first; MBG/NBD before those that are as simple.
    public static final List<PurchaseModel> ALL =
            List.of(new Nbd(), new MbgNbd(), new BgNbd(), new ParetoNbd(), new MbgCnbd(), new MbgNbdCovariates());

    /// Those that take next to no time. None reads traits: an audit compares customers by these, and must not foretell
    /// from them what it then compares.
    private static final List<PurchaseModel> QUICK = List.of(new Nbd(), new MbgNbd(), new ParetoNbd());

    /// @param replicas other bases drawn to see how far the total moves
    /// @param draws    futures drawn of each customer
    public record Pains(int replicas, int draws) {
        public static final Pains THOROUGH = new Pains(200, 400);
        public static final Pains QUICK = new Pains(100, 100);
    }

    public sealed interface Learning {
        /// From all that is known; the contest holds out its end.
        record Everything() implements Learning {}

        /// From what was known on a day; all that came later is held out.
        ///
        /// @param epochDay days since 1970
        record Until(int epochDay) implements Learning {}
    }

    public Question {
        require(horizonDays >= 0, "horizonDays %d", horizonDays);
        models = List.copyOf(models);
    }

    public Question(Learning learning, int horizonDays, List<PurchaseModel> models) {
        this(learning, horizonDays, models, Pains.THOROUGH);
    }

    /// For an audit, where prediction is one part of many.
    public static Question inPassing() {
        return new Question(new Learning.Everything(), YEAR, QUICK, Pains.QUICK);
    }

    public static Question aboutNextYear() {
        return new Question(new Learning.Everything(), YEAR, ALL);
    }
}
