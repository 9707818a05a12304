package io.filon.discovery.lens;

import io.filon.discovery.confirm.Finding;
import io.filon.discovery.table.SegmentRule;
import io.filon.rule.Catalogue;
import io.filon.rule.Fact;
import io.filon.rule.NamedRule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.sql.RuleSql;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The table of a lens's customers with a column for everything its rules ask, so that a rule of the segment language
/// and its SQL count the group that was found.
public final class LensTable {

    private final Lens lens;
    private final Catalogue catalogue;

    /// Makes the table.
    public LensTable(Store store, Lens lens, Collection<LensAttribute> attributes) {
        this.lens = lens;
        this.catalogue = new Catalogue(
                lens.table(),
                attributes.stream()
                        .map(attribute -> Fact.of(attribute.fact(), attribute.type()))
                        .toList());
        store.run(made(attributes));
    }

    private Sql made(Collection<LensAttribute> attributes) {
        List<Sql> columns = new ArrayList<>();
        List<Sql> words = new ArrayList<>();
        List<Sql> numbers = new ArrayList<>();
        for (LensAttribute attribute : attributes) {
            columns.add(Sql.of(", %s.%s".formatted(attribute.number() ? "numbers" : "words", attribute.fact())));
            (attribute.number() ? numbers : words)
                    .add(Sql.of(
                            ", max(%s) filter (where attribute = ? and named = %s) as %s"
                                    .formatted(
                                            attribute.number() ? "number" : "value",
                                            attribute.named(),
                                            attribute.fact()),
                            attribute.attribute()));
        }
        return Sql.of("create or replace table %s as select lens_people.customer_id, lens_people.net"
                        .formatted(lens.table()))
                .then(Sql.join(columns, ""))
                .then(Sql.of(" from lens_people left join (select customer_id"))
                .then(Sql.join(words, ""))
                .then(Sql.of(" from " + lens.words() + " as told group by customer_id) as words "
                        + "on words.customer_id = lens_people.customer_id left join (select customer_id"))
                .then(Sql.join(numbers, ""))
                .then(Sql.of(
                        " from " + lens.numbers() + " as told group by customer_id) as numbers "
                                + "on numbers.customer_id = lens_people.customer_id where lens_people.lens = ? "
                                + "order by lens_people.customer_id",
                        lens.id()));
    }

    /// What its rules may ask.
    public Catalogue catalogue() {
        return catalogue;
    }

    /// @return a select of `customer_id`
    public Sql members(CheckedRule rule) {
        return RuleSql.members(rule);
    }

    NamedRule rule(Finding finding) {
        return SegmentRule.of(finding, finding.rule());
    }

    /// The select that counts a rule's customers.
    String totals(NamedRule rule) {
        return Sql.of("select count(*) as customers, avg(net) as net_each\nfrom %s\nwhere customer_id in (\n"
                        .formatted(lens.table()))
                .then(RuleSql.members(CheckedRule.check(rule.rule(), catalogue)))
                .then(Sql.of("\n)"))
                .shown();
    }

    /// A group's customers as rows of `hidden_members`.
    Sql members(NamedRule rule, String side, int place) {
        return Sql.of("select ?, ?, ?, customer_id from (", lens.id(), side, place)
                .then(RuleSql.members(CheckedRule.check(rule.rule(), catalogue)))
                .then(Sql.of(") as members"));
    }
}
