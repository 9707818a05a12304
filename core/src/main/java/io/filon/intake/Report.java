package io.filon.intake;

import io.filon.intake.plan.Doubt;
import java.util.List;

/// What an import did. Every row read from a file is kept, merged or rejected, and the three add up.
///
/// @param sources every file the workspace now rests on, in the order given
/// @param doubts  those of the plan and those that only the values show
public record Report(List<Source> sources, List<Doubt> doubts) {

    /// @param rowsMerged rows another row stands for: the same id again, or the same file given twice
    public record Source(
            String sourceId,
            String file,
            String recipe,
            String kind,
            long rowsRead,
            long rowsKept,
            long rowsMerged,
            long rowsRejected) {}

    public Report {
        sources = List.copyOf(sources);
        doubts = List.copyOf(doubts);
    }
}
