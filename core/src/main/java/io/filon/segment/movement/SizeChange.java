package io.filon.segment.movement;

import io.filon.rule.check.CheckedRule;
import io.filon.segment.Base;
import io.filon.segment.CustomerIndex;
import io.filon.segment.Library;
import io.filon.segment.Segment;
import io.filon.segment.history.Decision;
import io.filon.segment.history.Decisions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

// Seven sizes, each but one thing away from the one before; the differences add up because they telescope. The order is
// fixed and documented: another order would share out differently what two causes do together.
//
//   0  as decided on the first day                      definition then, data known then, first day
//   1  the same people by today's numbers                ... merges since
//   2  those of them who are still customers             ... erasures since
//   3  definition then, data known now, first day        ... new data
//   4  definition then, nothing after the first day, last day   ... time passing
//   5  definition then, data known now, last day         ... behaviour
//   6  definition now, data known now, last day          ... definition

/// Why a segment is larger or smaller than it was: the parts add up exactly.
///
/// @param recorded   true when the first day is as it was decided then; else today's data and rule are used for it, and
///     definition, data, merges and erasures are 0 by construction
/// @param merges     known under another id now, which is a member too or becomes one
/// @param erasures   erased, or no longer in the files
/// @param data       came late or was corrected, about days up to the first
/// @param time       days went by, nobody did anything
/// @param behaviour  what customers did after the first day, newcomers included, and others who moved a cut
/// @param newcomers  of `behaviour`, those who were no customers on the first day
/// @param definition the rule changed
public record SizeChange(
        String key,
        LocalDate from,
        LocalDate to,
        boolean recorded,
        long before,
        long merges,
        long erasures,
        long data,
        long time,
        long behaviour,
        long newcomers,
        long definition,
        long after) {

    public static SizeChange of(
            Base base, Replay replay, Library library, Segment segment, LocalDate from, LocalDate to) {
        Optional<Decision> decided = new Decisions(base.store()).on(from);
        Optional<Decision.Kept> kept = decided.flatMap(decision -> decision.segment(segment.key()));
        CheckedRule earlier =
                kept.map(Decision.Kept::definition).flatMap(library::earlier).orElseGet(segment::rule);
        Segment then = new Segment(segment.key(), segment.origin(), segment.name(), segment.about(), earlier);
        Decision dataNow = replay.on(from, List.of(then));
        Decision untouched = replay.untouched(from, to, List.of(then));
        Segment now =
                new Segment(segment.key() + "/now", segment.origin(), segment.name(), segment.about(), segment.rule());
        Decision end = replay.on(to, List.of(then, now));
        RoaringBitmap ofFirstDay = members(dataNow, then);
        RoaringBitmap decidedThen = kept.map(Decision.Kept::numbers).orElse(ofFirstDay);
        CustomerIndex index = base.index();
        RoaringBitmap people = kept.isPresent() ? index.oncePerPerson(decidedThen) : ofFirstDay;
        RoaringBitmap sameToday = kept.isPresent() ? index.today(decidedThen) : ofFirstDay;
        RoaringBitmap onlyTime = RoaringBitmap.and(members(untouched, then), dataNow.base());
        RoaringBitmap byOldRule = members(end, then);
        RoaringBitmap last = members(end, now);
        return new SizeChange(
                segment.key(),
                from,
                to,
                kept.isPresent(),
                decidedThen.getLongCardinality(),
                people.getLongCardinality() - decidedThen.getLongCardinality(),
                sameToday.getLongCardinality() - people.getLongCardinality(),
                ofFirstDay.getLongCardinality() - sameToday.getLongCardinality(),
                onlyTime.getLongCardinality() - ofFirstDay.getLongCardinality(),
                byOldRule.getLongCardinality() - onlyTime.getLongCardinality(),
                RoaringBitmap.andNotCardinality(byOldRule, dataNow.base()),
                last.getLongCardinality() - byOldRule.getLongCardinality(),
                last.getLongCardinality());
    }

    private static RoaringBitmap members(Decision decision, Segment segment) {
        return decision.segment(segment.key()).orElseThrow().numbers();
    }
}
