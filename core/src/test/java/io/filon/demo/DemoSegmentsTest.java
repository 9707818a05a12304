package io.filon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.sql.RuleSql;
import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.segment.Members;
import io.filon.segment.Segment;
import io.filon.segment.profile.Overview;
import io.filon.store.Sql;
import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

/// The shipped segments on the shop of `filon demo`.
@Tag("slow")
class DemoSegmentsTest {

    @TempDir
    static Path folder;

    private static DemoAudit demo;
    private static Base base;
    private static Library library;

    @BeforeAll
    static void audit() throws IOException {
        demo = DemoAudit.of(folder, 1, 2_000);
        base = Base.of(demo.store());
        library = base.library(Workspace.at(folder.resolve("company")), Settings.defaults());
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    @Test
    void every_template_on_facts_selects_somebody_and_not_everybody() {
        assertThat(library.templates())
                .filteredOn(template -> RuleSql.readsFactsAlone(template.rule()))
                .hasSizeGreaterThanOrEqualTo(22)
                .allSatisfy(template -> assertThat(count(template))
                        .as(template.key())
                        .isPositive()
                        .isLessThan(customers()));
    }

    /// A shop of 2,000 may have nobody who did something rare, such as asking for help again and again.
    @Test
    void templates_on_events_select_somebody_and_never_everybody() {
        List<Segment> templates = library.templates().stream()
                .filter(template -> !RuleSql.readsFactsAlone(template.rule()))
                .toList();

        assertThat(templates).hasSizeGreaterThanOrEqualTo(20);
        assertThat(templates)
                .allSatisfy(template ->
                        assertThat(count(template)).as(template.key()).isLessThan(customers()));
        assertThat(templates).filteredOn(template -> count(template) == 0).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void what_is_built_in_is_what_the_audit_shows() {
        assertThat(members("star_customers").count()).isEqualTo(rows("select count(*) from star_customers"));
        assertThat(members("loss_makers").count()).isEqualTo(rows("select count(*) from loss_makers"));
        for (String stage : Valuation.STAGES) {
            assertThat(members(stage).count())
                    .as(stage)
                    .isEqualTo(rows("select count(*) from lifecycle where stage = '%s'".formatted(stage)));
        }
    }

    @Test
    void the_stages_part_the_buyers() {
        RoaringBitmap all = new RoaringBitmap();
        long sum = 0;
        for (String stage : Valuation.STAGES) {
            all.or(members(stage).numbers());
            sum += members(stage).count();
        }
        assertThat(all.getLongCardinality()).isEqualTo(sum).isEqualTo(rows("select count(*) from buyers"));
    }

    @Test
    void the_overview_adds_up_and_shows_what_was_foretold() {
        Overview overview = Overview.of(
                base, library, library.watched(), Settings.defaults().segments());

        long owned = overview.lines().stream().mapToLong(Overview.Line::owned).sum();
        assertThat(owned + overview.nobodys()).isEqualTo(overview.customers());
        assertThat(overview.lines())
                .allSatisfy(line -> assertThat(line.next12m()).isNotNull());
    }

    private static Members members(String key) {
        Segment segment = library.find(key);
        return base.members(segment);
    }

    private static long count(Segment segment) {
        return base.members(segment).numbers().getLongCardinality();
    }

    private static long customers() {
        return base.index().present().getLongCardinality();
    }

    private static long rows(String select) {
        return demo.store().number(Sql.of(select));
    }
}
