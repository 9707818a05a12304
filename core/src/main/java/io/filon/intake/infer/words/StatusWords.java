package io.filon.intake.infer.words;

import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Kind;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.recipe.HeaderWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What status words mean, from `statuses.yaml`: by how words begin, so that *unfulfilled* is no *fulfilled*, and with
/// an eye on *not*, *un-* and *partially*.
public final class StatusWords {

    /// The payment is missing.
    public static final String UNPAID = "unpaid";

    public static final String PENDING = "pending";
    private static final String CREATED = "created";
    private static final String COUNTS = "paid";

    private static final Set<String> BAD_NEWS = Set.of("refused", "refunded", "cancelled");

    private static final Pattern NOT = Pattern.compile(
            "(^|.* )(not|no|non|never|nunca|sin|pas|nicht|nao)( (yet|been|se|ha|han|sido|esta|fue|aun|todavia|be)\\b)*+ $");

    /// *impagado*, *incomplete*, *unshipped*: as part of the word.
    private static final Set<String> WITHIN_NOT = Set.of("un", "in", "im");

    private static final Pattern PARTLY = Pattern.compile("\\b(part(ial|iel)|parcial|teilweise|en parte).*");

    /// What may stand between the words that say that a payment is missing.
    private static final Pattern BETWEEN = Pattern.compile(
            "\\b(of|for|the|is|be|yet|been|still|de|del|du|di|auf|el|la|su|se|ha|sido|esta|aun|todavia|do|check|cheque|bank|wire|card|customer)\\b ?");

    /// A payment that is under way, though it is pending.
    private static final Pattern UNDER_WAY = Pattern.compile("authori[sz]|autoriz|hold|review|revision|delivery");

    private static final Set<String> OF_PAYMENTS = Set.of(
            "payment", "paid", "pago", "pagado", "cobro", "cobrado", "financial", "pagamento", "zahlung", "paiement");

    /// Says that an order is pending, and not of what.
    private static final Pattern ONLY_PENDING = Pattern.compile(
            "((wc|order|pedido|orden) )?(pending|pendiente|pendente|on hold|en espera|open|abiert[oa])");

    /// Paid to whoever brings it, which is no refund.
    private static final Pattern ON_DELIVERY = Pattern.compile("\\bcontra ?reembolso");

    /// Before a word that must be the whole status.
    private static final String WHOLE = "=";

    /// A word shorter than this must stand alone.
    private static final int SHORT = 4;

    /// More different words than this are no outcomes of deals.
    private static final int FEW = 30;

    private final Map<Kind, Map<String, List<String>>> groups = new LinkedHashMap<>();

    public StatusWords() {
        Lexicon.read("statuses.yaml").properties().forEach(kind -> {
            Map<String, List<String>> words = new LinkedHashMap<>();
            kind.getValue().properties().forEach(meaning -> {
                List<String> list = new ArrayList<>();
                meaning.getValue().forEach(word -> list.add(word.asString()));
                words.put(meaning.getKey(), list);
            });
            groups.put(Kind.valueOf(kind.getKey().toUpperCase(Locale.ROOT)), words);
        });
    }

    public boolean know(Kind kind) {
        return groups.containsKey(kind);
    }

    /// Whether a column holds statuses of orders, whatever its header says. *New York* and *OK* alone are places.
    public boolean fill(ColumnProfile profile) {
        return profile.share(text -> of(Kind.ORDERS, text).isPresent()) >= 0.8
                && profile.share(text -> text.length() >= SHORT
                                && of(Kind.ORDERS, text)
                                        .filter(meaning -> !meaning.equals(CREATED))
                                        .isPresent())
                        > 0;
    }

    /// Whether a column of a few words says of some deals that they were won and of others that they were lost.
    public boolean tellWonFromLost(ColumnProfile profile) {
        return profile.distinct() <= FEW
                && Stream.of("won", "lost")
                        .allMatch(outcome ->
                                profile.share(text -> of(Kind.DEALS, text).equals(Optional.of(outcome))) > 0);
    }

    /// Whether a column of a few words says of some people that they were contacted and of others that they became
    /// customers or were lost.
    public boolean tellLeads(ColumnProfile profile) {
        return profile.distinct() <= FEW
                && profile.share(text -> of(Kind.LEADS, text).isPresent()) >= 0.95
                && profile.share(text -> leads("contacted", text)) > 0
                && profile.share(text -> leads("converted", text) || leads("lost", text)) > 0;
    }

    private boolean leads(String outcome, String text) {
        return of(Kind.LEADS, text).equals(Optional.of(outcome));
    }

    /// Whether hardly a value is a status of orders.
    public boolean miss(ColumnProfile profile) {
        return profile.share(text -> of(Kind.ORDERS, text).isPresent()) < 0.2;
    }

    /// Whether a status says that some of the money went back, not all.
    public boolean partlyReturned(String status) {
        String plain = plain(status);
        return PARTLY.matcher(plain).find() && says(plain, words(Kind.ORDERS, "refunded"));
    }

    /// What a status means in files of a kind; empty when it is unknown.
    public Optional<String> of(Kind kind, String status) {
        String plain = plain(status);
        boolean denied = false;
        boolean deniedBad = false;
        for (Map.Entry<String, List<String>> group :
                groups.getOrDefault(kind, Map.of()).entrySet()) {
            boolean bad = BAD_NEWS.contains(group.getKey());
            if (says(worded(group.getKey(), plain), group.getValue())) {
                boolean partly = (bad || group.getKey().equals(UNPAID))
                        && PARTLY.matcher(plain).find();
                return Optional.of(partly ? COUNTS : group.getKey());
            }
            boolean not = denies(plain, group.getValue());
            denied |= not && !bad;
            deniedBad |= not && bad;
        }
        if (kind != Kind.ORDERS) {
            return Optional.empty();
        }
        return denied ? Optional.of(PENDING) : deniedBad ? Optional.of(CREATED) : runTogether(plain);
    }

    /// Whether a column is about payments, by its header.
    public static boolean ofPayments(String header) {
        return HeaderWords.of(header).stream().anyMatch(OF_PAYMENTS::contains);
    }

    /// What a status means in a column about payments, where all that is pending is the payment.
    public Optional<String> ofPayment(String status) {
        return of(Kind.ORDERS, status)
                .map(meaning -> meaning.equals(PENDING)
                                && !UNDER_WAY.matcher(plain(status)).find()
                        ? UNPAID
                        : meaning);
    }

    /// Whether a status says that an order is pending, and not of what.
    public static boolean onlyPending(String status) {
        return ONLY_PENDING.matcher(plain(status)).matches();
    }

    private static String worded(String meaning, String plain) {
        return meaning.equals(UNPAID) ? BETWEEN.matcher(plain).replaceAll("") : plain;
    }

    /// Words written as one, `PAYMENTFAILED`: the last resort.
    private Optional<String> runTogether(String plain) {
        return groups.getOrDefault(Kind.ORDERS, Map.of()).entrySet().stream()
                .filter(group -> group.getValue().stream()
                        .map(word -> word.replace(" ", ""))
                        .anyMatch(word -> word.length() > SHORT && plain.contains(word)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private List<String> words(Kind kind, String meaning) {
        return groups.getOrDefault(kind, Map.of()).getOrDefault(meaning, List.of());
    }

    private static boolean says(String plain, List<String> words) {
        return words.stream().anyMatch(word -> found(plain, word, false));
    }

    private static boolean denies(String plain, List<String> words) {
        return words.stream()
                .anyMatch(word -> found(plain, word, true)
                        || (word.length() >= SHORT
                                && WITHIN_NOT.stream().anyMatch(not -> found(plain, not + word, false))));
    }

    private static boolean found(String plain, String word, boolean denied) {
        if (word.isEmpty()) {
            return !denied;
        }
        if (word.startsWith(WHOLE)) {
            return !denied && plain.equals(word.substring(WHOLE.length()));
        }
        if (!plain.contains(word)) {
            return false; // as most do: no pattern for them
        }
        Matcher at = Pattern.compile("\\b" + Pattern.quote(word) + (word.length() < SHORT ? "\\b" : ""))
                .matcher(plain);
        while (at.find()) {
            if (NOT.matcher(plain.substring(0, at.start())).matches() == denied) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String status) {
        return ON_DELIVERY.matcher(String.join(" ", HeaderWords.of(status))).replaceAll("on delivery");
    }
}
