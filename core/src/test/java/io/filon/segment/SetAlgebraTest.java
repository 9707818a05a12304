package io.filon.segment;

import static io.filon.testing.Cases.forEachCase;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class SetAlgebraTest {

    private static final int CUSTOMERS = 60;

    @Test
    void every_customer_belongs_to_the_first_segment_that_matches_and_to_no_other() {
        forEachCase(random -> {
            List<Members> segments = segments(random);
            RoaringBitmap base = RoaringBitmap.bitmapOfRange(0, CUSTOMERS);
            FirstMatch first = FirstMatch.of(segments, base);

            base.forEach((int customer) -> {
                String expected = segments.stream()
                        .filter(segment -> segment.contains(customer))
                        .map(Members::key)
                        .findFirst()
                        .orElse("nobody");
                assertThat(first.owner(customer).orElse("nobody")).isEqualTo(expected);
            });
            long owned = segments.stream()
                    .mapToLong(segment -> first.owned(segment.key()))
                    .sum();
            assertThat(owned + first.nobodys().getLongCardinality()).isEqualTo(CUSTOMERS);
        });
    }

    @Test
    void whoever_is_no_customer_is_owned_by_nobody() {
        FirstMatch first =
                FirstMatch.of(List.of(new Members("a", RoaringBitmap.bitmapOf(1, 2, 3))), RoaringBitmap.bitmapOf(2, 4));

        assertThat(first.owned("a")).isEqualTo(1);
        assertThat(first.nobodys()).isEqualTo(RoaringBitmap.bitmapOf(4));
    }

    @Test
    void combinations_count_every_customer_once_and_add_up_to_the_segments() {
        forEachCase(random -> {
            List<Members> segments = segments(random);
            Amounts net = amounts(random);
            Overlap overlap = Overlap.of(segments, net);

            RoaringBitmap anybody =
                    RoaringBitmap.or(segments.stream().map(Members::numbers).toArray(RoaringBitmap[]::new));
            assertThat(overlap.regions().stream()
                            .mapToLong(Overlap.Region::customers)
                            .sum())
                    .isEqualTo(anybody.getLongCardinality());
            for (Members segment : segments) {
                List<Overlap.Region> its = overlap.regions().stream()
                        .filter(region -> region.in().contains(segment.key()))
                        .toList();
                assertThat(its.stream().mapToLong(Overlap.Region::customers).sum())
                        .isEqualTo(segment.count());
                assertThat(its.stream().map(Overlap.Region::net).reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(net.sum(segment.numbers()));
            }
            assertThat(overlap.regions().stream().map(Overlap.Region::in)).doesNotHaveDuplicates();
        });
    }

    @Test
    void pairs_share_what_a_count_by_hand_finds() {
        forEachCase(random -> {
            List<Members> segments = segments(random);
            for (Overlap.Pair pair : Overlap.of(segments, amounts(random)).pairs()) {
                Members first = named(segments, pair.first());
                Members second = named(segments, pair.second());
                long shared = java.util.stream.IntStream.range(0, CUSTOMERS)
                        .filter(customer -> first.contains(customer) && second.contains(customer))
                        .count();
                assertThat(pair.shared()).isEqualTo(shared);
                assertThat(pair.shareOfFirst() * first.count()).isCloseTo(shared, within());
            }
        });
    }

    @Test
    void combinations_of_a_hundred_segments_are_told_apart() {
        List<Members> segments = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            segments.add(new Members("s" + i, RoaringBitmap.bitmapOf(i, i + 1)));
        }

        assertThat(Overlap.of(segments, new Amounts(new long[0])).regions()).hasSize(101);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    private static Members named(List<Members> segments, String key) {
        return segments.stream()
                .filter(segment -> segment.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Members> segments(RandomGenerator random) {
        List<Members> segments = new ArrayList<>();
        for (int i = 0; i < random.nextInt(1, 8); i++) {
            RoaringBitmap numbers = new RoaringBitmap();
            int share = random.nextInt(1, 6);
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                if (random.nextInt(share) == 0) {
                    numbers.add(customer);
                }
            }
            segments.add(new Members("s" + i, numbers));
        }
        return segments;
    }

    private static Amounts amounts(RandomGenerator random) {
        return new Amounts(random.longs(CUSTOMERS, -100_000, 100_000).toArray());
    }
}
