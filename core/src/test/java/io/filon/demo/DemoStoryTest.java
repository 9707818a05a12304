package io.filon.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.report.Audit.Finding;
import io.filon.report.Language;
import io.filon.store.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether the demo's audit tells, in its first three findings, what its answer sheet holds: the star customers are
/// rural professionals and not the declared persona, money goes with returns and free shipping, and what sets the stars
/// apart is a planted trait; and that a channel whose share only drifts fools nobody.
class DemoStoryTest {

    /// Stars who signed up as rural professionals, and what they leave; the same of the declared persona.
    private static final String STARS = """
            with who as (
                select customers.customer_id,
                    max(traits.value) filter (where traits.name = 'Zona') as area,
                    max(traits.value) filter (where traits.name = 'Tipo de cliente') as kind,
                    max(customers.birth_on) as birth_on
                from customers join traits on traits.customer_id = customers.customer_id
                group by customers.customer_id
            ),
            grouped as (
                select who.customer_id,
                    case when area = 'Rural' and kind = 'Profesional' then 'star'
                        when area = 'Urbana' and kind = 'Particular'
                            and date_diff('day', birth_on, run.as_of) < 33 * 365.25 then 'persona'
                        else 'other' end as plant
                from who cross join run
            )
            select grouped.plant as plant, count(*) as customers, count(star_customers.customer_id) as stars,
                cast(coalesce(sum(star_customers.net_window), 0) as double) as star_net
            from grouped left join star_customers on star_customers.customer_id = grouped.customer_id
            group by grouped.plant
            """;

    private record Planted(String plant, long customers, long stars, double starNet) {}

    /// What one shop's audit said.
    ///
    /// @param told   whether the first three findings tell the planted story
    /// @param fooled whether a channel whose share only drifted is said to set anybody apart
    private record Heard(int seed, boolean told, boolean fooled, List<String> sentences) {}

    @Test
    @Tag("slow")
    void tells_the_planted_story_in_18_of_20_shops(@TempDir Path folder) throws IOException {
        List<Heard> heard = heard(folder, 20);

        assertThat(heard).filteredOn(shop -> !shop.told).hasSizeLessThanOrEqualTo(2);
        assertThat(heard).filteredOn(Heard::fooled).hasSizeLessThanOrEqualTo(2);
    }

    /// A true 98 % of shops passes: with 96 of 100 the lower 95 % limit is above 0.9.
    @Test
    @Tag("study")
    void tells_the_planted_story_in_nine_of_ten_shops(@TempDir Path folder) throws IOException {
        List<Heard> heard = heard(folder, 100);

        assertThat(heard).filteredOn(shop -> !shop.told).hasSizeLessThanOrEqualTo(4);
        assertThat(heard).filteredOn(Heard::fooled).hasSizeLessThanOrEqualTo(10);
    }

    private static List<Heard> heard(Path folder, int seeds) throws IOException {
        List<Heard> heard = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            Path shop = Files.createDirectory(folder.resolve("shop" + seed));
            try (DemoAudit demo = DemoAudit.findings(shop, options(seed))) {
                List<Finding> first = demo.audit().findings();
                heard.add(new Heard(
                        seed, starsAreThePlanted(demo) && told(demo, first), fooled(demo), sentences(demo, first)));
            }
        }
        return heard;
    }

    /// The shop as designed, but few are measured on the site: the findings do not rest on visits.
    private static ShopOptions options(int seed) {
        ShopOptions designed = ShopOptions.of(seed, 2_000);
        return new ShopOptions(seed, designed.customers(), designed.from(), designed.to(), 1, 0.05, 0.05, true);
    }

    /// Stars beside the persona, losses by returns and free shipping, and a planted trait that sets the stars apart.
    private static boolean told(DemoAudit demo, List<Finding> first) {
        List<String> sentences = sentences(demo, first);
        List<String> codes = first.stream().map(Finding::code).toList();
        return codes.containsAll(List.of("stars_carry_profit", "loss_makers", "stars_apart"))
                && sentences.get(codes.indexOf("stars_carry_profit")).contains("Joven urbana")
                && sentences.get(codes.indexOf("loss_makers")).contains("devoluciones")
                && sentences.get(codes.indexOf("loss_makers")).contains("envíos que no se cobran")
                && traitsOfStars(demo).stream().anyMatch(sentences.get(codes.indexOf("stars_apart"))::contains);
    }

    /// The answer sheet's traits of the star customers, as the page writes them.
    private static List<String> traitsOfStars(DemoAudit demo) {
        return demo.truth()
                .path("plants")
                .valueStream()
                .filter(plant -> plant.path("finding").asString().equals("star"))
                .flatMap(plant -> plant.path("attributes").propertyStream())
                .map(trait -> trait.getKey().replaceFirst(".*:", "") + ": "
                        + trait.getValue().asString())
                .toList();
    }

    private static boolean fooled(DemoAudit demo) {
        return demo.truth()
                .path("channels")
                .valueStream()
                .filter(channel -> channel.path("share_drifts_without_effect").asBoolean())
                .anyMatch(channel -> demo.store()
                                .number(Sql.of(
                                        "select count(*) from apart_traits where grade = 'holds' and value = ?",
                                        channel.path("channel").asString()))
                        > 0);
    }

    private static List<String> sentences(DemoAudit demo, List<Finding> findings) {
        Language language = Language.of(DemoAudit.SPANISH, demo.audit().currency());
        return findings.stream()
                .map(finding -> language.say(finding.sentence()))
                .toList();
    }

    /// What the answer sheet says, seen in what was found: three times their share of the customers, and more of the
    /// stars' net than the persona, on whom most is spent.
    private static boolean starsAreThePlanted(DemoAudit demo) {
        List<Planted> planted = demo.store().query(Sql.of(STARS), Planted.class);
        Planted real = plant(planted, "star");
        Planted persona = plant(planted, "persona");
        assertThat(demo.truth().path("plants").valueStream())
                .filteredOn(plant -> plant.path("finding").asString().equals("star"))
                .singleElement()
                .satisfies(plant -> assertThat(plant.path("members").asLong()).isEqualTo(real.customers));
        double all = planted.stream().mapToLong(Planted::customers).sum();
        double stars = planted.stream().mapToLong(Planted::stars).sum();
        return real.stars / stars > 3 * real.customers / all && real.starNet > 3 * persona.starNet;
    }

    private static Planted plant(List<Planted> planted, String name) {
        return planted.stream()
                .filter(row -> row.plant.equals(name))
                .findFirst()
                .orElseThrow();
    }
}
