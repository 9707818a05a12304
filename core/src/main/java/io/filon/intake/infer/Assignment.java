package io.filon.intake.infer;

import io.filon.intake.infer.amount.MoneyFile;
import io.filon.intake.infer.words.Fit;
import io.filon.intake.infer.words.StatusWords;
import io.filon.intake.lexicon.KindRule;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.RoleTypes;
import io.filon.intake.recipe.HeaderWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The columns of a file read as one kind: which role each has, and how well that explains the file.
///
/// @param roles column place to role; a column without a role is not in it
/// @param score higher explains more; 0 when the kind's needs are not met
record Assignment(KindRule rule, Map<Integer, Role> roles, double score) {

    /// What was sold may be worth, the sum of a line first.
    static final List<Role> SOLD_FOR = List.of(
            Role.AMOUNT,
            Role.LIST_AMOUNT,
            Role.UNIT_PRICE,
            Role.ORDER_TOTAL,
            Role.ORDER_SUBTOTAL,
            Role.DEAL_AMOUNT,
            Role.DEAL_ESTIMATE);

    private record Candidate(int column, Role role, double gain) {}

    /// Best matches first; every role once, every column once.
    static Assignment of(KindRule rule, Readings readings, Map<Integer, Role> fixed) {
        List<Candidate> candidates = new ArrayList<>();
        for (Reading reading : readings.columns()) {
            reading.roles.forEach((role, match) -> {
                double importance = rule.roles().getOrDefault(role, 0.0);
                double fit = match * (reading.profile.unique() ? ofRow(rule.kind(), role) : 1);
                if (importance > 0 && (fit >= Readings.LEAST || fit == match)) {
                    candidates.add(new Candidate(reading.profile.index(), role, fit * importance));
                }
            });
        }
        candidates.sort(Comparator.comparingDouble(Candidate::gain)
                .reversed()
                .thenComparingInt(Candidate::column)
                .thenComparing(Candidate::role));
        Map<Integer, Role> roles = new LinkedHashMap<>(fixed);
        double score = fixed.values().stream()
                .mapToDouble(role -> rule.roles().getOrDefault(role, 0.0))
                .sum();
        Set<Role> taken = new LinkedHashSet<>(fixed.values());
        for (Candidate candidate : candidates) {
            if (!roles.containsKey(candidate.column) && taken.add(candidate.role)) {
                roles.put(candidate.column, candidate.role);
                score += candidate.gain;
            }
        }
        return new Assignment(rule, roles, met(rule, roles, readings) ? score : 0);
    }

    /// A number that no two rows share is hardly the order's or the product's, where rows are not orders or products.
    private static double ofRow(Kind kind, Role role) {
        return switch (role) {
            case ORDER_ID -> kind == Kind.ORDERS ? 1 : kind == Kind.ORDER_LINES ? 0.95 : 0.85;
            case PRODUCT_ID -> kind == Kind.PRODUCTS ? 1 : 0.55;
            default -> 1;
        };
    }

    private static boolean met(KindRule rule, Map<Integer, Role> roles, Readings readings) {
        boolean unique = rule.unique().isEmpty()
                || roles.entrySet().stream()
                        .anyMatch(entry -> rule.unique().contains(entry.getValue())
                                && readings.profile(entry.getKey()).unique());
        boolean spoken = rule.words().isEmpty() || readings.concepts().stream().anyMatch(rule.words()::contains);
        return unique && spoken && rule.satisfiedBy(Set.copyOf(roles.values()));
    }

    /// What one column could be; changed until the other columns have had their say.
    ///
    /// @param roles with how well each fits, 0..1
    record Reading(ColumnProfile profile, Map<Role, Double> roles) {

        double match(Role role) {
            return roles.getOrDefault(role, 0.0);
        }
    }

    /// What each column of a file could be, by its header and its values, whatever the file is.
    ///
    /// @param concepts all that the headers speak of
    /// @param leads    whether a column says how far each person is from being a customer
    record Readings(List<Reading> columns, Set<String> concepts, boolean leads) {

        private static final Set<Role> PERSON = Set.of(
                Role.CUSTOMER_ID,
                Role.EMAIL,
                Role.PHONE,
                Role.ANONYMOUS_ID,
                Role.NAME,
                Role.ACCOUNT_ID,
                Role.COMPANY,
                Role.LEAD_ID);

        private static final Pattern CONSENT = Pattern.compile(
                "consent|acept|accept|newsletter|boletin|opt ?in|opt ?out|su[bs]s?cri|rgpd|lopd|gdpr|marketing|mailing|permi|granted");

        private static final Set<Role> STATES =
                Set.of(Role.STATUS, Role.PAYMENT_STATUS, Role.FULFILLMENT_STATUS, Role.STAGE);

        /// *State* as a region as well as how an order stands.
        private static final Set<String> OF_LANDS = Set.of("estado", "etat", "stato");

        private static final Set<String> OF_STATES = Set.of(
                "state", "status", "estado", "situacion", "stage", "etapa", "fase", "outcome", "result", "resultado");
        private static final Set<String> GOODS = Set.of(
                "product", "sku", "category", "brand", "price", "cost", "quantity", "order", "line", "total", "amount");

        private static final Set<String> REACHED = Set.of("email", "phone");

        /// What speaks of sales or of help, whose state a list of people says as well.
        private static final Set<String> BEYOND_LEADS = Set.of(
                "deal",
                "amount",
                "price",
                "total",
                "sales",
                "estimated sales",
                "actual sales",
                "closed",
                "order",
                "help");

        /// From here a header speaks of an address or a telephone and of nothing else.
        private static final double SURE = 0.85;

        private static final double OF_PERSON = 0.7;

        private static final Set<String> PLACES = Set.of("country", "city", "postal", "address");

        /// Less than this is no reading.
        static final double LEAST = 0.4;

        static Readings of(List<ColumnProfile> profiles, Lexicon lexicon, StatusWords words) {
            List<Reading> columns = new ArrayList<>();
            Set<String> concepts = new HashSet<>();
            boolean asked = profiles.stream()
                    .anyMatch(profile -> CONSENT.matcher(String.join(" ", HeaderWords.of(profile.header())))
                            .find());
            for (ColumnProfile profile : profiles) {
                Map<Role, Double> fitting = new LinkedHashMap<>();
                lexicon.roles(profile.header()).forEach((role, match) -> {
                    double fit = match * Fit.of(role, profile);
                    // a member's state is no permission where nothing speaks of one
                    if (fit >= LEAST && (role != Role.GRANTED || asked)) {
                        fitting.put(role, fit);
                    }
                });
                columns.add(new Reading(profile, fitting));
                concepts.addAll(lexicon.concepts(profile.header()));
            }
            OrderDays.weigh(columns);
            byValues(columns);
            sold(columns);
            reached(columns);
            states(columns, concepts, words);
            paid(columns, lexicon);
            outcomes(columns, concepts, words);
            won(columns);
            people(columns, concepts, lexicon);
            goods(columns, lexicon);
            return new Readings(columns, concepts, leads(columns, concepts, words));
        }

        /// Where no header speaks of the day of an order, or of a person, the values do: a column of nothing but
        /// days, or of long codes that come back. Beside other days it must be the only one with a mute header.
        private static void byValues(List<Reading> readings) {
            Set<Role> read = new HashSet<>();
            readings.forEach(reading -> read.addAll(reading.roles.keySet()));
            List<Reading> days = readings.stream()
                    .filter(reading -> OrderDays.onlyDays(reading.profile)
                            && Collections.disjoint(reading.roles.keySet(), RoleTypes.DATES))
                    .toList();
            boolean open = Collections.disjoint(read, RoleTypes.DATES)
                    || (!read.contains(Role.ORDERED_AT) && days.size() == 1);
            boolean nobody = Collections.disjoint(read, PERSON);
            if (nobody) {
                readings.stream()
                        .filter(reading -> reading.roles.isEmpty() && !(open && days.contains(reading)))
                        .filter(reading -> code(reading.profile))
                        .forEach(reading -> reading.roles.put(Role.CUSTOMER_ID, 0.5));
            }
            if (open) {
                for (Reading day : days) {
                    day.roles.put(Role.ORDERED_AT, 0.5);
                    if (!read.contains(Role.OCCURRED_AT)) {
                        day.roles.put(Role.OCCURRED_AT, 0.5);
                    }
                }
            }
        }

        /// *State* and *estado* are how an order stands or where it goes, or what became of a deal: the values tell.
        private static void states(List<Reading> readings, Set<String> concepts, StatusWords words) {
            for (Reading reading : readings) {
                ColumnProfile profile = reading.profile;
                Map<Role, Double> fitting = reading.roles;
                boolean state = fitting.containsKey(Role.REGION)
                        || (Collections.disjoint(fitting.keySet(), STATES)
                                && !Collections.disjoint(HeaderWords.of(profile.header()), Set.of("state", "estado")));
                if (state && words.fill(profile)) {
                    fitting.remove(Role.REGION);
                    fitting.put(StatusWords.ofPayments(profile.header()) ? Role.PAYMENT_STATUS : Role.STATUS, 0.9);
                } else if (fitting.containsKey(Role.STATUS)
                        && OF_LANDS.contains(HeaderWords.squeezed(profile.header()))
                        && !Collections.disjoint(concepts, PLACES)
                        && profile.shapes().flags() < 0.1
                        && words.miss(profile)) {
                    fitting.clear();
                    fitting.put(Role.REGION, 0.9);
                }
            }
        }

        /// Yes and no under *paid* are the state of a payment.
        private static void paid(List<Reading> readings, Lexicon lexicon) {
            for (Reading reading : readings) {
                List<String> concepts = lexicon.concepts(reading.profile.header());
                boolean paid =
                        concepts.contains("paid") && Set.of("paid", "order").containsAll(concepts);
                if (paid && reading.profile.shapes().flags() > 0.9) {
                    reading.roles.put(Role.PAYMENT_STATUS, 0.9);
                }
            }
        }

        /// Yes and no under *won* are how a deal ended.
        private static void won(List<Reading> readings) {
            readings.stream()
                    .filter(reading -> reading.profile.shapes().flags() > 0.9
                            && !Collections.disjoint(HeaderWords.of(reading.profile.header()), Settling.OF_WON))
                    .forEach(reading -> reading.roles.put(Role.IS_WON, 1.0));
        }

        /// Of how a deal stands, the column that says which were won and which were lost tells; the step it got to
        /// does not.
        private static void outcomes(List<Reading> readings, Set<String> concepts, StatusWords words) {
            List<Reading> telling = readings.stream()
                    .filter(reading -> concepts.contains("deal")
                            || !Collections.disjoint(HeaderWords.of(reading.profile.header()), OF_STATES))
                    .filter(reading -> words.tellWonFromLost(reading.profile))
                    .toList();
            if (!telling.isEmpty()) {
                readings.forEach(reading -> reading.roles.computeIfPresent(Role.STAGE, (_, match) -> match / 2));
                telling.forEach(reading -> {
                    reading.roles.remove(Role.REGION);
                    reading.roles.put(Role.STAGE, 1.0);
                });
            }
        }

        /// Where another column can be what was sold, one that is 0 in every row is not.
        private static void sold(List<Reading> readings) {
            boolean other = readings.stream()
                    .anyMatch(reading -> !MoneyFile.allZero(reading.profile)
                            && !Collections.disjoint(reading.roles.keySet(), SOLD_FOR));
            if (other) {
                readings.stream()
                        .filter(reading -> MoneyFile.allZero(reading.profile))
                        .forEach(reading -> SOLD_FOR.forEach(reading.roles::remove));
            }
        }

        /// Where another column holds addresses or telephones, one that is blank in every row does not.
        private static void reached(List<Reading> readings) {
            for (Role role : List.of(Role.EMAIL, Role.PHONE)) {
                boolean other = readings.stream()
                        .anyMatch(reading -> !reading.profile.empty() && reading.roles.containsKey(role));
                if (other) {
                    readings.stream()
                            .filter(reading -> reading.profile.empty())
                            .forEach(reading -> reading.roles.remove(role));
                }
            }
        }

        /// Beside a bare *name* and a telephone or an address, in a file that speaks of no goods, a bare *id* is a
        /// person's.
        private static void people(List<Reading> readings, Set<String> concepts, Lexicon lexicon) {
            boolean reached = readings.stream()
                    .anyMatch(reading -> reading.match(Role.EMAIL) >= SURE || reading.match(Role.PHONE) >= SURE);
            if (!reached || !concepts.contains("name") || !Collections.disjoint(concepts, GOODS)) {
                return;
            }
            for (Reading reading : readings) {
                if (says(reading, "name", lexicon)) {
                    reading.roles.remove(Role.PRODUCT);
                } else if (says(reading, "id", lexicon) && reading.profile.unique()) {
                    reading.roles.remove(Role.PRODUCT_ID);
                    reading.roles.merge(Role.CUSTOMER_ID, OF_PERSON, Math::max);
                }
            }
        }

        /// People who can be written to or called, of whom a column of words says that some were contacted and some
        /// became customers or were lost, are leads; the only day is then the one on which they came.
        private static boolean leads(List<Reading> readings, Set<String> concepts, StatusWords words) {
            Optional<Reading> state = readings.stream()
                    .filter(reading -> words.tellLeads(reading.profile))
                    .findFirst();
            if (state.isEmpty()
                    || Collections.disjoint(concepts, REACHED)
                    || !Collections.disjoint(concepts, BEYOND_LEADS)) {
                return false;
            }
            concepts.add("lead");
            state.get().roles.clear();
            state.get().roles.put(Role.STATUS, 1.0);
            List<Reading> days = readings.stream()
                    .filter(reading -> OrderDays.onlyDays(reading.profile))
                    .toList();
            if (days.size() == 1) {
                days.getFirst().roles.merge(Role.CREATED_AT, SURE, Math::max);
            }
            return true;
        }

        /// Beside a bare *id*, both with another value on every row, *product* is what the product is called.
        private static void goods(List<Reading> readings, Lexicon lexicon) {
            List<Reading> unique = readings.stream()
                    .filter(reading -> reading.profile.unique())
                    .toList();
            if (unique.stream().anyMatch(reading -> says(reading, "id", lexicon))) {
                unique.stream()
                        .filter(reading -> says(reading, "product", lexicon))
                        .filter(reading -> reading.profile.share(text -> text.contains(" ")) > 0.5)
                        .forEach(reading -> reading.roles.remove(Role.PRODUCT_ID));
            }
        }

        /// Whether a header speaks of this and of nothing else.
        private static boolean says(Reading reading, String concept, Lexicon lexicon) {
            return lexicon.concepts(reading.profile.header()).equals(List.of(concept));
        }

        private static boolean code(ColumnProfile profile) {
            return profile.filled() >= profile.rows() * 0.98
                    && profile.distinct() >= 20
                    && profile.distinct() < profile.filled() * 0.95
                    && profile.share(text -> text.matches("\\S{16,}") && text.matches(".*\\d.*")) > 0.95;
        }

        /// How well a column reads as a role; 0 when it does not.
        double match(int column, Role role) {
            return of(column).match(role);
        }

        private Reading of(int column) {
            return columns.stream()
                    .filter(reading -> reading.profile.index() == column)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no column " + column));
        }

        ColumnProfile profile(int column) {
            return of(column).profile;
        }
    }
}
