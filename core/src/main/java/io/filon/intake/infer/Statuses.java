package io.filon.intake.infer;

import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Says what the status words seen in a file mean, from `statuses.yaml`; a recipe's own words stand.
final class Statuses {

    private static final Set<Role> COLUMNS =
            Set.of(Role.STATUS, Role.PAYMENT_STATUS, Role.FULFILLMENT_STATUS, Role.STAGE, Role.TOUCH_KIND);

    private final Map<Kind, Map<String, List<String>>> meanings = new LinkedHashMap<>();

    Statuses() {
        Lexicon.read("statuses.yaml").properties().forEach(kind -> {
            Map<String, List<String>> words = new LinkedHashMap<>();
            kind.getValue().properties().forEach(meaning -> {
                List<String> list = new java.util.ArrayList<>();
                meaning.getValue().forEach(word -> list.add(word.asString()));
                words.put(meaning.getKey(), list);
            });
            meanings.put(Kind.valueOf(kind.getKey().toUpperCase(Locale.ROOT)), words);
        });
    }

    void settle(Draft draft, List<Doubt> doubts) {
        Kind group = draft.kind == Kind.ORDER_LINES ? Kind.ORDERS : draft.kind;
        if (!meanings.containsKey(group)) {
            return;
        }
        for (ColumnProfile profile : draft.profiles) {
            if (COLUMNS.contains(draft.role(profile.index())) && profile.distinct() <= 200) {
                profile.values().forEach(value -> meaning(draft, group, profile, value.text(), doubts));
            }
        }
    }

    private void meaning(Draft draft, Kind group, ColumnProfile profile, String status, List<Doubt> doubts) {
        String word = status.toLowerCase(Locale.ROOT);
        if (draft.statuses.containsKey(word)) {
            return;
        }
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        Map<String, List<String>> words = meanings.getOrDefault(group, Map.of());
        for (Map.Entry<String, List<String>> meaning : words.entrySet()) {
            if (meaning.getValue().stream().anyMatch(plain::contains)) {
                draft.statuses.put(word, meaning.getKey());
                return;
            }
        }
        doubts.add(new Doubt("unknown_status", draft.raw.file(), profile.header(), 2, List.of(status)));
    }
}
