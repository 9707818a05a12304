package io.filon.intake.infer;

import io.filon.intake.infer.words.Fit;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.Formats;
import io.filon.intake.profile.RoleTypes;
import io.filon.intake.recipe.HeaderWords;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which of a file's days is that of the order: not the birth of who ordered nor the departure of a trip, and, where
/// nothing better is written, a day that comes later, which the reader is told.
final class OrderDays {

    /// Days that stand for that of the order where no better one is known.
    static final Role[] LATER = {Role.SHIPPED_AT, Role.DELIVERED_AT, Role.PROMISED_AT};

    private static final Role[] OWN = {Role.ORDERED_AT, Role.PAID_AT, Role.CREATED_AT, Role.OCCURRED_AT};

    /// How an order stands.
    private static final Set<Role> STATES = Set.of(Role.STATUS, Role.PAYMENT_STATUS, Role.FULFILLMENT_STATUS);

    /// A header that says no more than `date of something`.
    private static final double VAGUE = 0.5;

    /// Who is born so long before the file's days may buy.
    private static final int GROWN_YEARS = 15;

    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}");

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}");

    /// What is left and returned from, stayed in or booked is no parcel.
    private static final Set<String> OF_TRIPS = Set.of(
            "regreso",
            "vuelta",
            "reserva",
            "reservas",
            "booking",
            "reservation",
            "llegada",
            "arrival",
            "checkout",
            "checkin",
            "check",
            "noches",
            "nights",
            "pasajero",
            "pasajeros",
            "hotel",
            "vuelo",
            "flight");

    /// The arrival of a guest is after the order, as is the departure of a traveller.
    private static final Set<String> OF_STAYS = Set.of("check in", "departure");

    /// When somebody last wrote in a row is not when it was ordered.
    private static final Set<String> OF_RECORDS = Set.of(
            "edited",
            "editado",
            "updated",
            "update",
            "modified",
            "modificado",
            "modificacion",
            "actualizado",
            "actualizacion",
            "synced");

    private final Lexicon lexicon;
    private final List<Draft> drafts;
    private final List<Joins.Found> links;

    OrderDays(Lexicon lexicon, List<Draft> drafts, List<Joins.Found> links) {
        this.lexicon = lexicon;
        this.drafts = drafts;
        this.links = links;
    }

    /// Takes back what headers say of days that the other columns contradict.
    static void weigh(List<Assignment.Reading> readings) {
        if (readings.stream().anyMatch(reading -> speaks(reading.profile(), OF_TRIPS))) {
            readings.stream()
                    .filter(reading -> speaks(reading.profile(), Set.of("salida", "departure")))
                    .forEach(reading -> reading.roles().remove(Role.SHIPPED_AT));
        }
        List<Assignment.Reading> days = readings.stream()
                .filter(reading -> reading.roles().containsKey(Role.ORDERED_AT))
                .toList();
        int latest = days.stream()
                .flatMap(day -> typicalYear(day.profile()).stream())
                .max(Comparator.naturalOrder())
                .orElse(0);
        days.stream()
                .filter(day -> day.match(Role.ORDERED_AT) <= VAGUE)
                .filter(day -> typicalYear(day.profile())
                        .filter(year -> year < latest - GROWN_YEARS)
                        .isPresent())
                .forEach(day -> day.roles().keySet().removeAll(Set.of(Role.ORDERED_AT, Role.OCCURRED_AT)));
    }

    private static boolean speaks(ColumnProfile column, Set<String> of) {
        return !Collections.disjoint(HeaderWords.of(column.header()), of);
    }

    private static Optional<Integer> typicalYear(ColumnProfile profile) {
        List<Integer> years = profile.values().stream()
                .map(value -> YEAR.matcher(value.text()))
                .filter(Matcher::find)
                .map(found -> Integer.parseInt(found.group()))
                .sorted()
                .toList();
        return years.isEmpty() ? Optional.empty() : Optional.of(years.get(years.size() / 2));
    }

    /// Lines that only say when they were last written leave the day to the file that holds their orders, if it has
    /// one.
    static void ofHeads(List<Draft> drafts, Keys keys, Lexicon lexicon) {
        for (Draft lines : drafts) {
            Optional<ColumnProfile> order = lines.column(Role.ORDER_ID);
            lines.column(Role.ORDERED_AT)
                    .filter(day -> lines.kind == Kind.ORDER_LINES && ofRecord(day) && !lines.corrected(day.index()))
                    .filter(day -> order.isPresent()
                            && drafts.stream()
                                    .anyMatch(heads -> heads != lines
                                            && holdsDay(heads, lexicon)
                                            && points(lines, order.get(), heads, keys, lexicon)))
                    .ifPresent(day -> lines.assign(day.index(), Role.IGNORED, "join"));
        }
    }

    /// A file that only says by whom orders were placed, or how they stand, leaves their day to the lines, which do
    /// not say it.
    static void ofLines(List<Draft> drafts, Keys keys, Lexicon lexicon, Guess guess) {
        for (Draft lines : drafts) {
            Set<Role> lacking = Stream.of(Guess.WHO, STATES)
                    .filter(roles -> roles.stream().noneMatch(lines::has))
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
            lines.column(Role.ORDER_ID)
                    .filter(_ -> lines.kind == Kind.ORDER_LINES && lines.hasAny(OWN))
                    .ifPresent(order -> drafts.stream()
                            .filter(heads -> heads.guessed(Kind.UNUSED) && points(lines, order, heads, keys, lexicon))
                            .forEach(heads -> guess.heads(heads, List.of(lacking))));
        }
    }

    private static boolean holdsDay(Draft heads, Lexicon lexicon) {
        return heads.profiles.stream().anyMatch(day -> onlyDays(day) && !ofRecord(day) && !ofBirth(day, lexicon));
    }

    private static boolean points(Draft lines, ColumnProfile order, Draft heads, Keys keys, Lexicon lexicon) {
        return heads.profiles.stream()
                .anyMatch(key -> (Keys.alike(lines, order, heads, key)
                                || Fit.of(Role.ORDER_ID, key, lexicon) >= Assignment.Readings.LEAST)
                        && keys.unique(heads, key)
                        && keys.overlap(lines, order, heads, key).enough());
    }

    /// Whether a row's begin and end are different times of one day, as those of a visit, a call or a filled-in form.
    static boolean withinDay(Store store, Lexicon lexicon, Draft draft) {
        Optional<ColumnProfile> start = timed(lexicon, draft, Set.of("start"));
        Optional<ColumnProfile> end = timed(lexicon, draft, Set.of("end", "answered"));
        if (draft.raw.streamed() || start.isEmpty() || end.isEmpty() || start.equals(end)) {
            return false;
        }
        return store.number(Sql.of("""
                        select case when count(*) > 0 and count(*) filter (%1$s = %2$s) * 10 >= count(*) * 9 then 1 else 0 end
                        from %3$s
                        where %1$s is not null and %2$s is not null
                        """.formatted(day(start.get()), day(end.get()), Sql.name(draft.raw.table())))) == 1;
    }

    /// SQL of the day that a cell tells, its time left out: `2024-01-03T10:15`, `Jan 3, 2024 10:15 AM`.
    static String day(ColumnProfile column) {
        return "regexp_replace(c%d, '( +[0-9]{1,2}:|T[0-9]{2}).*$', '')".formatted(column.index());
    }

    private static Optional<ColumnProfile> timed(Lexicon lexicon, Draft draft, Set<String> of) {
        return draft.profiles.stream()
                .filter(profile -> !Collections.disjoint(lexicon.concepts(profile.header()), of))
                .filter(profile -> profile.shapes().dates() > 0.85 && profile.share(TIME.asPredicate()) > 0.9)
                .findFirst();
    }

    private static boolean ofBirth(ColumnProfile day, Lexicon lexicon) {
        return lexicon.concepts(day.header()).contains("birth");
    }

    static boolean ofRecord(ColumnProfile day) {
        return speaks(day, OF_RECORDS);
    }

    static boolean onlyDays(ColumnProfile profile) {
        return (profile.shapes().dates() > 0.95 || Formats.holdsMonths(profile)) && Formats.canBeDate(profile);
    }

    /// Where nothing dates the orders of a file, the only column of days left does, or the only one of a beginning.
    void settle() {
        for (int at = 0; at < drafts.size(); at++) {
            Draft draft = drafts.get(at);
            if (draft.sells() && draft.inferred() && undated(at) && !draft.hasAny(LATER)) {
                List<ColumnProfile> days = draft.unassigned().stream()
                        .filter(OrderDays::onlyDays)
                        .filter(day -> !ofBirth(day, lexicon))
                        .toList();
                List<ColumnProfile> first = days.stream()
                        .filter(day -> lexicon.concepts(day.header()).contains("start"))
                        .toList();
                Stream.of(days, first)
                        .filter(some -> some.size() == 1)
                        .findFirst()
                        .ifPresent(some -> draft.assign(some.getFirst().index(), Role.ORDERED_AT, "values"));
            }
        }
    }

    List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        for (int at = 0; at < drafts.size(); at++) {
            Draft draft = drafts.get(at);
            if (draft.sells() && draft.inferred()) {
                Optional<ColumnProfile> standIn = standIn(draft, at);
                standIn.ifPresent(
                        day -> doubts.add(new Doubt("dated_by_other", draft.raw.file(), day.header(), 2, List.of())));
                if (standIn.isEmpty()) {
                    several(draft).ifPresent(doubts::add);
                }
            }
        }
        return doubts;
    }

    /// The column that dates the orders of a file and says that it is another day.
    private Optional<ColumnProfile> standIn(Draft draft, int at) {
        if (undated(at)) {
            return Arrays.stream(LATER)
                    .flatMap(role -> draft.column(role).stream())
                    .findFirst();
        }
        return draft.column(Role.ORDERED_AT)
                .filter(day -> !draft.corrected(day.index()))
                .filter(day -> {
                    List<String> concepts = lexicon.concepts(day.header());
                    Map<Role, Double> said = lexicon.roles(day.header());
                    return !Collections.disjoint(concepts, OF_STAYS)
                            || ofRecord(day)
                            || (said.getOrDefault(Role.ORDERED_AT, 0.0) < Assignment.Readings.LEAST
                                    && !Collections.disjoint(said.keySet(), RoleTypes.DATES));
                });
    }

    /// Of days that their headers tell apart by words nobody knows, the first was taken.
    private Optional<Doubt> several(Draft draft) {
        Optional<ColumnProfile> chosen = draft.column(Role.ORDERED_AT).filter(day -> vague(draft, day));
        String others = draft.unassigned().stream()
                .filter(day -> vague(draft, day))
                .map(ColumnProfile::header)
                .collect(Collectors.joining(", "));
        return chosen.filter(day -> !others.isEmpty())
                .map(day -> new Doubt("day_of_several", draft.raw.file(), day.header(), 2, List.of(others)));
    }

    private boolean vague(Draft draft, ColumnProfile day) {
        return onlyDays(day)
                && !draft.corrected(day.index())
                && lexicon.roles(day.header()).getOrDefault(Role.ORDERED_AT, 0.0) <= VAGUE
                && !ofBirth(day, lexicon);
    }

    private boolean undated(int at) {
        return !drafts.get(at).hasAny(OWN)
                && !borrowed(drafts, links, at, Role.ORDERED_AT)
                && !borrowed(drafts, links, at, Role.CREATED_AT);
    }

    /// Whether lines that say their day point into a file of orders.
    static boolean datedByLines(List<Draft> drafts, List<Joins.Found> links, int at) {
        return drafts.get(at).kind == Kind.ORDERS
                && links.stream()
                        .filter(link -> link.to() == at)
                        .map(link -> drafts.get(link.from()))
                        .anyMatch(lines -> lines.kind == Kind.ORDER_LINES && lines.hasAny(OWN));
    }

    /// Whether a file borrows a column of a role.
    static boolean borrowed(List<Draft> drafts, List<Joins.Found> links, int at, Role role) {
        return links.stream()
                .filter(link -> link.from() == at)
                .anyMatch(link -> link.borrowed().stream()
                        .anyMatch(column -> drafts.get(link.to()).role(column) == role));
    }
}
