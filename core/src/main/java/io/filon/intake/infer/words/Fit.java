package io.filon.intake.infer.words;

import io.filon.intake.infer.amount.MoneyFile;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.ColumnProfile.Shapes;
import io.filon.intake.profile.Flags;
import io.filon.intake.profile.Formats;
import io.filon.intake.profile.RoleTypes;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether a column's values can be what its header says: an amount is no id, a yes is no money.
public final class Fit {

    private static final Set<Role> WORDS = Set.of(
            Role.NAME,
            Role.FIRST_NAME,
            Role.LAST_NAME,
            Role.COMPANY,
            Role.PRODUCT,
            Role.CITY,
            Role.GENDER,
            Role.COUNTRY,
            Role.REGION,
            Role.CATEGORY,
            Role.SUBCATEGORY,
            Role.BRAND,
            Role.SECTOR,
            Role.STATUS,
            Role.STAGE,
            Role.CHANNEL,
            Role.PAYMENT_METHOD,
            Role.EVENT_NAME,
            Role.REASON,
            Role.TEXT);

    private static final Pattern WORD = Pattern.compile("\\p{L}{3}");

    private static final Set<Role> FEW = Set.of(
            Role.GENDER,
            Role.STATUS,
            Role.STAGE,
            Role.PAYMENT_STATUS,
            Role.FULFILLMENT_STATUS,
            Role.CHANNEL,
            Role.PAYMENT_METHOD,
            Role.SHIPPING_METHOD,
            Role.CURRENCY,
            Role.EVENT_NAME,
            Role.TOUCH_KIND,
            Role.PLAN);

    private static final Set<Role> COSTS = Set.of(Role.COST, Role.UNIT_COST);

    /// May be shares, which is settled later.
    private static final Set<Role> DISCOUNTS = Set.of(Role.DISCOUNT, Role.ORDER_DISCOUNT);

    /// Fewer rows than this may well be of one person.
    private static final int SHOWN = 20;

    private Fit() {}

    /// How well a column reads as a role by its header and its values together, 0..1.
    public static double of(Role role, ColumnProfile profile, Lexicon lexicon) {
        return lexicon.roles(profile.header()).getOrDefault(role, 0.0) * of(role, profile);
    }

    /// How well its values fit: 0 when it cannot be, 1 when it fits, less when it is odd.
    public static double of(Role role, ColumnProfile profile) {
        if (profile.empty()) {
            return 0.5;
        }
        if (role == Role.CANCELLED_AT && Flags.sayCancelled(profile)) {
            return 1;
        }
        if (RoleTypes.DATES.contains(role)) {
            return Formats.canBeDate(profile) ? 1 : 0;
        }
        if (RoleTypes.number(role)) {
            return number(role, profile);
        }
        if (RoleTypes.FLAGS.contains(role)) {
            return profile.shapes().flags() > 0.9 || profile.distinct() <= 2 ? 1 : 0;
        }
        if (RoleTypes.IDS.contains(role)) {
            if (role == Role.ORDER_ID && saysWhat(profile)) {
                return 0;
            }
            boolean lineNo = role == Role.PRODUCT_ID && numbersLines(profile);
            return id(profile) * (lineNo ? 0.6 : 1) * (fewOfMany(profile) ? few(role) : 1);
        }
        return word(role, profile);
    }

    private static double number(Role role, ColumnProfile profile) {
        Shapes shapes = profile.shapes();
        boolean day = shapes.dates() > 0.9;
        if (shapes.numbers() < 0.9 || day) {
            return 0;
        }
        // a code of many digits under a header like "total"; whole numbers with leading zeros
        boolean code = profile.share(text -> text.length() > 1 && text.startsWith("0") && text.matches("\\d+")) > 0.1;
        if (code || profile.values().getFirst().text().matches("\\d{13,}")) {
            return 0;
        }
        if (COSTS.contains(role) && MoneyFile.allZero(profile)) {
            return 0; // nobody's goods cost nothing: it was not kept
        }
        if (RoleTypes.MONEY.contains(role) && !DISCOUNTS.contains(role) && shapes.percents() > 0.5) {
            return 0;
        }
        return role == Role.QUANTITY && shapes.money() > 0.5 ? 0.2 : 1;
    }

    /// 1, 2, 3…, each at most as often as the one before: the place of a line in its order.
    public static boolean numbersLines(ColumnProfile profile) {
        Map<String, Long> times = profile.values().stream()
                .collect(Collectors.toMap(ColumnProfile.Value::text, ColumnProfile.Value::times, Long::sum));
        long before = profile.filled();
        for (int place = 1; place <= profile.distinct(); place++) {
            Long now = times.get(String.valueOf(place));
            if (now == null || now > before || (place == 2 && now == before)) {
                return false;
            }
            before = now;
        }
        return profile.distinct() > 1;
    }

    /// A few values for many rows are kinds of something, not customers.
    public static boolean fewOfMany(ColumnProfile profile) {
        return profile.distinct() < 5 && profile.filled() > 50;
    }

    /// `2x candle`, `1 soap, big`: words that come back say what was ordered and number no order.
    private static boolean saysWhat(ColumnProfile profile) {
        return !profile.unique()
                && profile.share(text -> WORD.matcher(text).find()
                                && text.matches("\\S+\\s.*")
                                && !text.matches("\\D*\\d[\\d\\s/.-]*"))
                        > 0.5;
    }

    /// One and the same on all rows, of which there are enough to show it.
    public static boolean constant(ColumnProfile profile) {
        return profile.distinct() <= 1 && profile.rows() >= SHOWN;
    }

    /// One or a few on many rows are those of who sells, not of who buys.
    private static boolean ofStaff(ColumnProfile profile) {
        return constant(profile) || fewOfMany(profile);
    }

    private static double few(Role role) {
        return role == Role.CUSTOMER_ID ? 0.5 : role == Role.ACCOUNT_ID ? 0.3 : 1;
    }

    private static double id(ColumnProfile profile) {
        Shapes shapes = profile.shapes();
        boolean fraction = shapes.numbers() > 0.9 && shapes.wholes() < 0.9;
        boolean zeroOne = profile.distinct() <= 2 && profile.filled() > 20 && shapes.flags() > 0.9;
        boolean day = shapes.dates() > 0.9 && shapes.wholes() < 0.9;
        if (fraction || shapes.money() > 0.5 || zeroOne || day) {
            return 0;
        }
        // a JSON object of all that is known of somebody is another one as soon as any of it changes
        return shapes.json() > 0.5 ? 0.6 : 1;
    }

    private static double word(Role role, ColumnProfile profile) {
        Shapes shapes = profile.shapes();
        return switch (role) {
            case EMAIL -> shapes.emails() > 0.6 ? (ofStaff(profile) ? 0.5 : 1) : 0;
            case PHONE -> shapes.phones() > 0.5 ? 1 : 0;
            case CURRENCY ->
                shapes.numbers() < 0.5 && (profile.maxLength() <= 12 || profile.share(CurrencyWords::known) > 0.9)
                        ? 1
                        : 0;
            case PROPERTIES, CONTEXT -> shapes.json() > 0.5 ? 1 : 0;
            case TIME_OF_DAY -> profile.share(text -> text.matches("\\d{1,2}([:h.][0-5]\\d(\\D.*)?)?")) > 0.9 ? 1 : 0;
            case EVENT_NAME -> shapes.numbers() > 0.9 ? 0 : plain(role, profile) * (tellsKinds(profile) ? 1 : 0.8);
            case SATISFACTION -> 1;
            // `store`, `promotion` or `line` over amounts is what was spent or taken off there, not which one it was
            case STORE, CAMPAIGN, LINE_NO ->
                shapes.numbers() > 0.9 && (shapes.money() > 0.5 || shapes.wholes() < 0.9) ? 0 : plain(role, profile);
            case COUPON -> shapes.numbers() > 0.9 && (shapes.wholes() < 0.95 || profile.maxLength() < 5) ? 0 : 1;
            default -> plain(role, profile);
        };
    }

    /// Kinds of things that happened come back, and are more than one.
    private static boolean tellsKinds(ColumnProfile profile) {
        return profile.rows() < SHOWN || (profile.distinct() > 1 && profile.distinct() * 2 < profile.filled());
    }

    private static double plain(Role role, ColumnProfile profile) {
        Shapes shapes = profile.shapes();
        double fit = role == Role.NAME && ofStaff(profile) ? 0.5 : 1;
        if (WORDS.contains(role) && (shapes.numbers() > 0.8 || (shapes.flags() > 0.9 && role != Role.GENDER))) {
            fit = role == Role.NAME || role == Role.CITY || role == Role.PRODUCT ? 0.1 : 0.45;
        }
        if (shapes.json() > 0.5 || shapes.dates() > 0.9 || (role == Role.CAMPAIGN && shapes.flags() > 0.9)) {
            fit *= 0.1;
        }
        if (FEW.contains(role) && !profile.few() && profile.distinct() > 200) {
            fit *= 0.4;
        }
        return fit;
    }
}
