package io.filon.behaviour.trigger;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What days were like where customers live, as the weather: each measure's unusual days, by place.
///
/// All customers of a place share its days, so nobody is told apart from the neighbours: errors gather places, not
/// customers. With fewer places than that takes, months have to agree, as with paydays.
final class Outside {

    /// Fewer places cannot stand beside one another.
    private static final int FEWEST_PLACES = 10;

    /// Of a measure with fewer unusual days nothing is said.
    private static final int FEWEST_DAYS = 20;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] placeOf;

    /// One measure's high or low days, or those of a word.
    ///
    /// @param days marked, by place
    record Measure(String kind, String name, Moments days, long times) {}

    private Outside(int people) {
        this.placeOf = new int[people];
        Arrays.fill(placeOf, -1);
    }

    static Outside read(Store store, People people) {
        Map<Integer, String> homes = new HashMap<>();
        store.scan(
                Sql.of("select customer_id, place from customer_places order by customer_id"),
                cells -> homes.put(people.number(String.valueOf(cells.text(0))), String.valueOf(cells.text(1))));
        Outside outside = new Outside(people.size());
        homes.forEach((person, place) -> outside.placeOf[person] = outside.number(place));
        return outside;
    }

    private int number(String place) {
        return numbers.computeIfAbsent(place, _ -> numbers.size());
    }

    List<Measure> measures(Store store) {
        List<Measure> measures = new ArrayList<>();
        store.scan(
                Sql.of(
                        "select kind, name, place, marked_day from outside_marks order by kind, name, place, marked_day"),
                cells -> {
                    String kind = String.valueOf(cells.text(0));
                    String name = String.valueOf(cells.text(1));
                    Measure last = measures.isEmpty() ? null : measures.getLast();
                    Moments days = last != null && last.kind.equals(kind) && last.name.equals(name)
                            ? measures.removeLast().days
                            : new Moments();
                    long before = last != null && last.days == days ? last.times : 0;
                    days.add(number(String.valueOf(cells.text(2))), ((long) cells.number(3)) * Moments.DAY);
                    measures.add(new Measure(kind, name, days, before + 1));
                });
        measures.forEach(measure -> measure.days.sort());
        return measures.stream().filter(measure -> measure.times >= FEWEST_DAYS).toList();
    }

    /// Where a customer lives; -1 where no file tells that place's days.
    int place(int person) {
        return person < placeOf.length ? placeOf[person] : -1;
    }

    int people() {
        return (int) Arrays.stream(placeOf).filter(place -> place >= 0).count();
    }

    boolean comparesPlaces() {
        return Arrays.stream(placeOf).filter(place -> place >= 0).distinct().count() >= FEWEST_PLACES;
    }

    /// The measure as something that reached every customer of its places.
    Source source(Measure measure) {
        Moments onsets = new Moments();
        for (int person = 0; person < placeOf.length; person++) {
            if (placeOf[person] >= 0) {
                onsets.share(person, measure.days.of(placeOf[person]));
            }
        }
        return new Source(measure.kind, measure.name, onsets, new Moments(), people(), measure.times, false, placeOf);
    }

    /// Where places are too few to stand beside one another.
    Shared shared(Measure measure, Purchases purchases) {
        int places = numbers.size();
        return Shared.of(
                purchases,
                places,
                this::place,
                (place, day) -> measure.days.any(place, day * Moments.DAY - 1, day * Moments.DAY));
    }
}
