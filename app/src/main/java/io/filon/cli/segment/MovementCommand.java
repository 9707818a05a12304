package io.filon.cli.segment;

import io.filon.cli.open.QuestionOptions;
import io.filon.problem.FilonException;
import io.filon.report.segment.SegmentMovement;
import io.filon.segment.Base;
import io.filon.segment.Owners;
import io.filon.segment.Segment;
import io.filon.segment.drift.Watch;
import io.filon.segment.history.Decision;
import io.filon.segment.history.Decisions;
import io.filon.segment.movement.Movement;
import io.filon.segment.movement.Replay;
import io.filon.segment.movement.SizeChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `filon segment movement`: who came, who left and where to, between two days.
@Command(name = "movement", mixinStandardHelpOptions = true)
final class MovementCommand implements Callable<Integer> {

    private static final int USUAL_MONTHS = 3;
    private static final int FEWEST_MONTHS = 12;
    private static final int MOST_MONTHS = 60;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "filon.segment.movement.since")
    @Nullable
    String since;

    @Option(names = "--why", paramLabel = "RULE", descriptionKey = "filon.segment.movement.why")
    @Nullable
    String why;

    @Option(
            names = "--alerts",
            paramLabel = "MONTHS",
            arity = "0..1",
            fallbackValue = "18",
            descriptionKey = "filon.segment.movement.alerts")
    @Nullable
    Integer months;

    @Mixin
    SegmentOptions options = new SegmentOptions();

    @Override
    public Integer call() {
        LocalDate from = since == null ? null : SegmentOptions.day(since);
        if (months != null && (months < FEWEST_MONTHS || months > MOST_MONTHS)) {
            throw new FilonException("discover.option", "--alerts", months.toString(), FEWEST_MONTHS, MOST_MONTHS);
        }
        return options.answer(spec, session -> {
            SegmentMovement movement = movement(session, from);
            return new QuestionOptions.Answer(movement, movement.text(session.language()));
        });
    }

    private SegmentMovement movement(Session session, @Nullable LocalDate given) {
        Base base = session.base();
        LocalDate to = base.asOf();
        LocalDate from = given == null ? usual(base, to) : given;
        if (!from.isBefore(to)) {
            throw new FilonException("segment.since_late", from.toString(), to.toString());
        }
        Segment asked = why == null ? null : session.library().find(why);
        List<Segment> watched = new ArrayList<>(session.library().watched());
        if (asked != null && watched.stream().noneMatch(segment -> segment.key().equals(asked.key()))) {
            watched.add(asked);
        }
        Replay replay = new Replay(base, session.settings());
        Movement movement = Movement.between(
                base,
                replay,
                from,
                to,
                watched,
                Owners.order(session.library(), session.settings().segments()));
        return SegmentMovement.of(
                movement,
                watched,
                asked == null ? null : SizeChange.of(base, replay, session.library(), asked, from, to),
                months == null ? List.of() : alerts(session, replay, watched, to, months),
                session.language());
    }

    /// The last day the workspace remembers, else three months ago.
    private static LocalDate usual(Base base, LocalDate to) {
        return new Decisions(base.store())
                .latest(to.minusDays(1))
                .map(Decision::asOf)
                .orElseGet(() -> to.minusMonths(USUAL_MONTHS));
    }

    private static List<Watch> alerts(Session session, Replay replay, List<Segment> watched, LocalDate to, int months) {
        List<Decision> monthly = new ArrayList<>();
        for (int ago = months; ago >= 0; ago--) {
            monthly.add(replay.on(to.minusMonths(ago), watched));
        }
        return Watch.all(
                watched.stream().map(Segment::key).toList(),
                monthly,
                session.settings().segments().falseAlarmsYearly());
    }
}
