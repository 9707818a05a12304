package io.filon.icp.operating;

import io.filon.icp.claim.Measured;
import io.filon.stats.ShareRange;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Something the operating ICP's customers do more than others: what a message, a channel, an offer or a product can
/// start from.
///
/// @param aspect    `channel`, `product` or `offer`
/// @param attribute as in `known_before`
/// @param spoken    whether the value is a word of ours
/// @param inside    part of its customers, of those of whom it is known
/// @param all       the same of everybody
public record Advice(String aspect, String attribute, String value, boolean spoken, Measured inside, double all) {

    private static final Map<String, String> ASPECTS = Map.ofEntries(
            Map.entry("acquisition_channel", "channel"),
            Map.entry("first_source", "channel"),
            Map.entry("first_visit_channel", "channel"),
            Map.entry("usual_channel", "channel"),
            Map.entry("usual_category", "product"),
            Map.entry("first_category", "product"),
            Map.entry("first_discount", "offer"),
            Map.entry("first_free_shipping", "offer"),
            Map.entry("usual_payment", "offer"));

    private static final int MOST = 4;

    private record Row(
            String attribute,
            String value,
            boolean spoken,
            long inside,
            long insideKnown,
            long everybody,
            long known) {}

    /// What stands out most in each aspect, beyond chance.
    public static List<Advice> of(Store store, Operating operating) {
        List<Row> rows = store.query(Sql.of("""
                        select told.attribute, told.value, told.spoken,
                            count(*) filter (where people.inside) as inside,
                            max(known.inside_known) as inside_known,
                            count(*) as everybody,
                            max(known.known) as known
                        from known_before as told
                        inner join icp_people as people on people.customer_id = told.customer_id and people.lens = ?
                        inner join (
                            select told.attribute, count(*) as known, count(*) filter (where people.inside) as inside_known
                            from known_before as told
                            inner join icp_people as people on people.customer_id = told.customer_id and people.lens = ?
                            where not told.named
                            group by told.attribute
                        ) as known on known.attribute = told.attribute
                        where not told.named
                        group by told.attribute, told.value, told.spoken
                        order by told.attribute, told.value""", operating.lens(), operating.lens()), Row.class);
        List<Advice> found = new ArrayList<>();
        for (Row row : rows) {
            String aspect = ASPECTS.get(row.attribute);
            if (aspect != null && row.insideKnown >= 30 && row.inside > 0) {
                Measured inside = Measured.of(ShareRange.of(row.inside, row.insideKnown), row.insideKnown);
                double all = (double) row.everybody / row.known;
                if (inside.low() > 1.1 * all) {
                    found.add(new Advice(aspect, row.attribute, row.value, row.spoken, inside, all));
                }
            }
        }
        Set<String> attributes = new HashSet<>();
        return found.stream()
                .sorted(Comparator.comparingDouble((Advice advice) -> advice.all - advice.inside.value()))
                .filter(advice -> attributes.add(advice.attribute))
                .limit(MOST)
                .toList();
    }
}
