package io.filon.intake.lexicon;

import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.RoleTypes;
import io.filon.intake.recipe.HeaderWords;
import io.filon.problem.Require;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What header words mean, from `words.yaml`, `roles.yaml` and `kinds.yaml` beside this class.
///
/// A header becomes concepts (`Nº Pedido` and `order_number`: order, id), which are compared in any order with the
/// patterns of each role. A pattern met in full counts 1; one met among other words counts the share it covers.
public final class Lexicon {

    private static final int LONGEST_PHRASE = 5;
    private static final String ANY = "*";

    /// Letters below which a part of a word is taken for chance.
    private static final int SHORTEST = 3;

    /// No listed word is longer.
    private static final int LONGEST = 40;

    /// Words of two letters that end others: `custno`, `orderdt`.
    private static final Set<String> ENDINGS = Set.of("id", "no", "nr", "dt");

    /// How many, before several things; which, before one: *numero de pedidos*, *numero de pedido*.
    private static final String NUMBER_OF = "number of";

    private static final String WITH_TAX = "with tax";
    private static final String WITHOUT_TAX = "without tax";
    private static final Set<String> SUMS = Set.of("total", "amount", "sales");

    /// Of two prices of a piece, that without tax.
    private static final Set<Role> PRICES = Set.of(Role.UNIT_PRICE, Role.UNIT_LIST_PRICE, Role.AMOUNT);

    private static final double TAXED = 0.97;

    /// What was given back, or claimed from an insurance, was not sold: of a header that says so only its own roles are
    /// read.
    private static final Set<String> GIVEN_BACK = Set.of("return", "claim");

    private static final Set<Role> SOLD =
            Set.of(Role.AMOUNT, Role.ORDER_TOTAL, Role.ORDER_SUBTOTAL, Role.UNIT_PRICE, Role.QUANTITY, Role.COST);

    /// What can be said not to have been done; *no pedido* is the order's number.
    private static final Set<String> DONE = Set.of(
            "paid", "shipped", "delivered", "cancelled", "opened", "closed", "converted", "answered", "sent", "return");

    /// Handling, storage, insurance: a cost, but not that of the goods.
    private static final String UPKEEP = "upkeep";

    private static final Set<Role> COSTS = Set.of(Role.COST, Role.UNIT_COST);

    /// What is counted, weighed or timed: a total of it is no money, unless the header speaks of money, too.
    private static final Set<String> MEASURED = Set.of(
            "measure",
            "points",
            "duration",
            "minutes",
            "worked",
            "visit duration",
            "pages",
            "product pages",
            "impressions",
            "clicks");

    private static final Set<String> BARE_SUMS = Set.of("total", "gross", "net", "count", "quantity");

    /// Words of a share: what a header with one of them holds is no money.
    private static final Set<String> SHARES =
            Set.of("pct", "percent", "prcnt", "percentage", "porcentaje", "porciento", "ratio");

    /// @param concepts what must be there; `*` for unknown words
    private record Pattern(Set<String> concepts, double weight) {}

    private final Map<String, String> concepts = new HashMap<>();
    private final Set<String> skipped = new HashSet<>();
    private final Map<Role, List<Pattern>> patterns = new LinkedHashMap<>();
    private final List<KindRule> kinds = new ArrayList<>();

    public static Lexicon load() {
        return new Lexicon(read("words.yaml"), read("roles.yaml"), read("kinds.yaml"));
    }

    private Lexicon(JsonNode words, JsonNode roles, JsonNode kindRules) {
        for (JsonNode skip : words.get("skip")) {
            skipped.add(skip.asString());
        }
        words.get("concepts").properties().forEach(entry -> {
            concepts.putIfAbsent(entry.getKey(), entry.getKey());
            for (JsonNode spelling : entry.getValue()) {
                concepts.put(spelling.asString(), entry.getKey());
            }
        });
        Set<String> names = new HashSet<>(concepts.values());
        roles.properties().forEach(entry -> {
            List<Pattern> list = new ArrayList<>();
            entry.getValue().forEach(text -> list.add(pattern(text.asString(), names)));
            patterns.put(role(entry.getKey()), List.copyOf(list));
        });
        kindRules
                .properties()
                .forEach(entry -> kinds.add(
                        KindRule.read(Kind.valueOf(entry.getKey().toUpperCase(Locale.ROOT)), entry.getValue())));
    }

    public List<KindRule> kinds() {
        return kinds;
    }

    /// How well a header reads as each role, 0..1, best roles only.
    public Map<Role, Double> roles(String header) {
        List<String> found = concepts(header);
        boolean taxed = spoken(header).contains(WITH_TAX);
        boolean share = HeaderWords.of(unrated(header)).stream().anyMatch(SHARES::contains);
        Map<Role, Double> scores = new LinkedHashMap<>();
        patterns.forEach((role, list) -> {
            double best = list.stream()
                    .mapToDouble(pattern -> score(pattern, found))
                    .max()
                    .orElse(0);
            boolean never = (SOLD.contains(role) && found.stream().anyMatch(GIVEN_BACK::contains))
                    || (COSTS.contains(role) && found.contains(UPKEEP))
                    || excluded(role, found)
                    || ((share || isMeasure(found)) && RoleTypes.MONEY.contains(role));
            if (best >= 0.3 && !never) {
                scores.put(role, taxed && PRICES.contains(role) ? best * TAXED : best);
            }
        });
        return scores;
    }

    /// A fee for cancelling is not what a payment costs, the type of a line not its number, the key of a day nobody's
    /// number, and how long somebody waited no work.
    private static boolean excluded(Role role, List<String> found) {
        return (role == Role.PAYMENT_FEE && found.contains("cancelled"))
                || (role == Role.ORDER_ID && found.contains("date"))
                || (role == Role.HANDLE_MINUTES && found.contains("elapsed"))
                || (role == Role.LINE_NO && found.contains("type"));
    }

    private static boolean isMeasure(List<String> found) {
        return found.stream().anyMatch(MEASURED::contains)
                && found.stream()
                        .allMatch(concept ->
                                concept.startsWith("?") || MEASURED.contains(concept) || BARE_SUMS.contains(concept));
    }

    /// The concepts of a header in order; an unknown word stands as `?word`. With or without tax is no concept of its
    /// own: a total without tax is a subtotal.
    public List<String> concepts(String header) {
        List<String> found = spoken(header);
        found.remove(WITH_TAX);
        if (found.remove(WITHOUT_TAX)) {
            found.replaceAll(concept -> SUMS.contains(concept) ? "subtotal" : concept);
            return new ArrayList<>(
                    found.isEmpty()
                            ? List.of("subtotal")
                            : found.stream().distinct().toList());
        }
        return found;
    }

    private List<String> spoken(String header) {
        List<String> words = HeaderWords.of(unrated(header));
        List<String> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int length = phrase(words, at);
            if (length == 1 && denied(words, at)) {
                found.add("?no");
                at += 2;
                continue;
            }
            if (length > 0) {
                String concept = concepts.get(String.join(" ", words.subList(at, at + length)));
                boolean ofOne =
                        at + length < words.size() && !words.get(at + length).endsWith("s");
                add(found, !NUMBER_OF.equals(concept) ? concept : ofOne ? "id" : "count");
            } else if (!skipped.contains(words.get(at))) {
                List<String> meant = meant(words.get(at));
                meant.forEach(concept -> add(found, concept));
                if (meant.isEmpty()) {
                    found.add("?" + words.get(at));
                }
            }
            at += Math.max(1, length);
        }
        return found;
    }

    /// *No pagado*: before what was or was not done, `no` is no number.
    private boolean denied(List<String> words, int at) {
        return at + 1 < words.size()
                && words.get(at).equals("no")
                && words.get(at + 1).matches(".*[ai]d[oa]s?")
                && Stream.concat(Stream.ofNullable(concepts.get(words.get(at + 1))), meant(words.get(at + 1)).stream())
                        .anyMatch(DONE::contains);
    }

    /// `IVA 21%` names the tax by its rate; its values are no rates.
    private static String unrated(String header) {
        return header.replaceAll("(?<!\\d)\\d+([.,]\\d+)?\\s*%", " ");
    }

    private static void add(List<String> found, @Nullable String concept) {
        if (concept != null && !found.contains(concept)) {
            found.add(concept);
        }
    }

    /// What a word means that is not listed as it stands: another gender or number of one that is (`abiertas`,
    /// *abierto*), or two run together (`idcliente`, `fechapedido`). Empty when it is unknown.
    private List<String> meant(String word) {
        for (String base : List.of(word.replaceFirst("e?s$", ""), word.replaceFirst("s$", ""))) {
            for (String form : List.of(base, base.replaceFirst("a$", "o"))) {
                String concept = form.length() < SHORTEST ? null : concepts.get(form);
                if (concept != null) {
                    return List.of(concept);
                }
            }
        }
        for (int cut = word.length() - SHORTEST; cut >= Math.max(2, word.length() - LONGEST); cut--) {
            String first = concepts.get(word.substring(0, cut));
            String second = concepts.get(word.substring(cut));
            if (first != null && second != null) {
                return List.of(first, second);
            }
        }
        String named = word.length() > SHORTEST + 1 ? concepts.get(word.substring(0, word.length() - 2)) : null;
        String ending = ENDINGS.contains(word.substring(Math.max(0, word.length() - 2)))
                ? concepts.get(word.substring(word.length() - 2))
                : null;
        return named != null && ending != null ? List.of(named, ending) : List.of();
    }

    /// Whether any header speaks of one of the concepts.
    public boolean speaksOf(Collection<String> headers, Set<String> of) {
        return headers.stream().flatMap(header -> concepts(header).stream()).anyMatch(of::contains);
    }

    private int phrase(List<String> words, int at) {
        for (int length = Math.min(LONGEST_PHRASE, words.size() - at); length > 0; length--) {
            if (concepts.containsKey(String.join(" ", words.subList(at, at + length)))
                    && !cutsTaxClause(words, at, at + length)) {
                return length;
            }
        }
        return 0;
    }

    /// Whether a phrase ends amid words that say with or without tax, as `importe iva` does in `importe iva incluido`.
    private boolean cutsTaxClause(List<String> words, int from, int to) {
        for (int at = from + 1; at < to; at++) {
            for (int end = to + 1; end <= Math.min(words.size(), at + LONGEST_PHRASE); end++) {
                String concept = concepts.getOrDefault(String.join(" ", words.subList(at, end)), "");
                if (concept.equals(WITH_TAX) || concept.equals(WITHOUT_TAX)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double score(Pattern pattern, List<String> found) {
        Set<String> named = new HashSet<>();
        boolean unknown = false;
        for (String concept : found) {
            if (concept.startsWith("?")) {
                unknown = true;
            } else {
                named.add(concept);
            }
        }
        boolean open = pattern.concepts.contains(ANY);
        Set<String> wanted = new HashSet<>(pattern.concepts);
        wanted.remove(ANY);
        if (!named.containsAll(wanted) || wanted.isEmpty() || (open && !unknown)) {
            return 0;
        }
        if (named.equals(wanted) && unknown == open) {
            return pattern.weight;
        }
        return pattern.weight * 0.85 * wanted.size() / found.size();
    }

    private static Pattern pattern(String text, Set<String> names) {
        String[] parts = text.split("=", -1);
        double weight = parts.length > 1 ? Double.parseDouble(parts[1]) : 1;
        List<String> words = List.of(parts[0].strip().split(" ", -1));
        Set<String> concepts = new HashSet<>();
        int at = 0;
        while (at < words.size()) {
            boolean pair = at + 1 < words.size() && names.contains(words.get(at) + " " + words.get(at + 1));
            String concept = pair ? words.get(at) + " " + words.get(at + 1) : words.get(at);
            Require.require(concept.equals(ANY) || names.contains(concept), "no concept '%s' in '%s'", concept, text);
            concepts.add(concept);
            at += pair ? 2 : 1;
        }
        return new Pattern(concepts, weight);
    }

    public static Role role(String word) {
        return Role.of(word).orElseThrow(() -> new IllegalStateException("no role '%s'".formatted(word)));
    }

    public static JsonNode read(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No %s beside %s".formatted(file, Lexicon.class.getName()));
            }
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
