package io.filon.message.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.filon.message.CornerShop;
import io.filon.message.declared.Proposition.Offer;
import io.filon.message.declared.Register;
import io.filon.message.evidence.Evidence;
import io.filon.problem.FilonException;
import io.filon.report.Language;
import io.filon.report.message.Proposal;
import io.filon.report.message.ProposalText;
import io.filon.testing.Golden;
import io.filon.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// docs/reference/propositions.md works these figures out by hand.
class CornerShopDraftTest {

    private static CornerShop shop;

    @BeforeAll
    static void opens(@TempDir Path folder) throws IOException {
        shop = new CornerShop(folder);
    }

    @AfterAll
    static void closes() {
        shop.close();
    }

    @Test
    void what_an_order_leaves_with_each_offer_is_what_the_page_works_out() throws IOException {
        Draft draft = shop.draft((Register) null);

        OfferNet tenth = Objects.requireNonNull(draft.offer());
        assertThat(tenth.orders()).isEqualTo(14);
        assertThat(tenth.before()).isCloseTo(228 / 14.0, within(1e-9));
        assertThat(tenth.perOrder()).isCloseTo(169 / 14.0, within(1e-9));
        assertThat(net(shop, draft, new Offer("", "", 0.2, false, null, 0, 12))).isCloseTo(110 / 14.0, within(1e-9));
        assertThat(net(shop, draft, new Offer("", "", 0.1, true, null, 0, 12))).isCloseTo(154 / 14.0, within(1e-9));
        assertThat(net(shop, draft, new Offer("", "", null, false, 24.20, 10, 5)))
                .isCloseTo((14 * 10 - 27) / 14.0, within(1e-9));
    }

    private static double net(CornerShop shop, Draft draft, Offer offer) {
        return OfferNet.of(shop.store(), draft.group(), offer).orElseThrow().perOrder();
    }

    @Test
    void a_share_is_said_by_its_low_end_rounded_down() throws IOException {
        Draft draft = shop.draft((Register) null);

        var kept = Objects.requireNonNull(find(draft, "kept").figure());
        assertThat(kept.value()).isEqualTo(1);
        assertThat(kept.low()).isCloseTo(Math.pow(0.025, 1 / 6.0), within(1e-6));
        assertThat(draft.variants())
                .anySatisfy(variant -> assertThat(variant.text())
                        .contains("Más del 50\u00a0% de los clientes como usted no ha tenido que devolver nada."));
    }

    @ParameterizedTest
    @EnumSource
    void every_draft_passes_its_own_judge_and_every_sentence_cites_what_is_there(Register register) throws IOException {
        Draft draft = shop.draft(register);

        assertThat(draft.variants()).hasSize(3);
        for (Variant variant : draft.variants()) {
            assertThat(shop.checker(draft).check(variant.text()).refusals())
                    .as(variant.text())
                    .isEmpty();
            assertThat(variant.body())
                    .allSatisfy(sentence -> sentence.evidence()
                            .forEach(id -> assertThat(find(draft, id)).isNotNull()));
        }
        Language language = Language.of(register.locale(Locale.forLanguageTag("es-ES")), "EUR");
        Golden.assertMatches(
                getClass(),
                "corner-shop." + register.name().toLowerCase(Locale.ROOT) + ".txt",
                new ProposalText(language).write(Proposal.of(draft, shop.checker(draft))));
    }

    @Test
    void an_empty_segment_one_that_is_too_small_and_an_offer_under_cost_are_refused() {
        assertThat(refusal(CornerShop.PROPOSITION, 5, "luna")).contains("Luna", "no tiene clientes");
        assertThat(refusal(CornerShop.PROPOSITION, 30, "madrid")).contains("6 clientes", "30");
        assertThat(refusal(CornerShop.PROPOSITION.replace("10 %", "20 %"), 5, "madrid"))
                .contains("propositions/madrid.yaml", "7,86", "12,00");
    }

    @Test
    void without_declarations_it_says_what_is_missing() throws IOException {
        assertThat(shop.draft("segment: madrid\n", 5, "madrid", null).missing().stream()
                        .map(phrase -> phrase.key()))
                .contains("message.missing.capabilities", "message.missing.offer");
    }

    private static String refusal(String proposition, int smallest, String segment) {
        return catchThrowableOfType(FilonException.class, () -> shop.draft(proposition, smallest, segment, null))
                .problems()
                .getFirst()
                .in(Messages.of(Locale.forLanguageTag("es-ES")));
    }

    private static Evidence find(Draft draft, String id) {
        return draft.evidence().stream()
                .filter(evidence -> evidence.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
