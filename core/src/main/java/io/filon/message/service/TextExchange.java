package io.filon.message.service;

import io.filon.message.draft.Draft;
import io.filon.message.draft.Sentence;
import io.filon.message.draft.Variant;
import io.filon.message.evidence.Evidence;
import io.filon.problem.FilonException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What goes to a text service and comes back, as `docs/reference/propositions.md` describes it.
///
/// Only the draft and the sentences of its evidence are sent: sums over a group, nothing of one customer, no name of
/// the segment.
public final class TextExchange {

    private static final int FORMAT = 1;
    private static final int LONGEST_HEADLINE = 120;
    private static final int LONGEST_BODY = 900;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What came back.
    ///
    /// @param offer empty when it says nothing of the offer
    public record Answer(String headline, String body, String offer) {}

    private TextExchange() {}

    /// @param says evidence in words; empty for what must not be sent
    public static String request(Draft draft, Variant variant, Locale language, Function<Evidence, String> says) {
        ObjectNode request = JSON.createObjectNode();
        request.put("format", FORMAT);
        request.put("task", "rephrase");
        request.put("language", language.toLanguageTag());
        request.put("register", draft.register().name().toLowerCase(Locale.ROOT));
        ObjectNode text = request.putObject("draft");
        text.put("headline", variant.headline().text());
        text.put("body", variant.bodyText());
        Sentence offer = variant.offer();
        text.put("offer", offer == null ? "" : offer.text());
        ArrayNode evidence = request.putArray("evidence");
        Set<String> cited = cited(variant);
        for (Evidence each : draft.evidence()) {
            // what an order leaves is not for others to read
            String said = says.apply(each);
            if (cited.contains(each.id()) && each.role() != Evidence.Role.OFFER && !said.isEmpty()) {
                evidence.addObject().put("id", each.id()).put("says", said);
            }
        }
        ObjectNode limits = request.putObject("limits");
        limits.put("headline_characters", LONGEST_HEADLINE);
        limits.put("body_characters", LONGEST_BODY);
        limits.put("numbers", "only those of the draft, as the draft says them");
        return JSON.writeValueAsString(request);
    }

    private static Set<String> cited(Variant variant) {
        Set<String> ids = new LinkedHashSet<>(variant.headline().evidence());
        variant.body().forEach(sentence -> ids.addAll(sentence.evidence()));
        return ids;
    }

    /// @throws FilonException when it is no such answer
    public static Answer read(String text) {
        JsonNode answer;
        try {
            answer = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new FilonException("text_service.not_json");
        }
        List<String> wrong = new ArrayList<>();
        String headline = field(answer, "headline", LONGEST_HEADLINE, wrong);
        String body = field(answer, "body", LONGEST_BODY, wrong);
        String offer = answer.path("offer").asString("").strip();
        if (!wrong.isEmpty()) {
            throw new FilonException("text_service.fields", String.join(", ", wrong));
        }
        return new Answer(headline, body, offer);
    }

    private static String field(JsonNode answer, String name, int longest, List<String> wrong) {
        String text = answer.path(name).asString("").strip();
        if (text.isEmpty() || text.length() > longest) {
            wrong.add(name);
        }
        return text;
    }
}
