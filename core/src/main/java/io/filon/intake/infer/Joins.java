package io.filon.intake.infer;

import io.filon.intake.infer.words.Fit;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Link;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.recipe.HeaderWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds how files point into one another, and what they borrow on the way.
final class Joins {

    private static final Set<Kind> FACTS = Set.of(
            Kind.ORDER_LINES,
            Kind.ORDERS,
            Kind.RETURNS,
            Kind.DEALS,
            Kind.LEADS,
            Kind.TOUCHES,
            Kind.EVENTS,
            Kind.TICKETS,
            Kind.SUBSCRIPTIONS);
    /// Concepts of files that are no sales: opening a page or giving stars buys nothing.
    private static final Set<String> NO_SALE = Set.of("rating", "event", "page", "session", "return", "text", "stage");

    /// Shorter numbers are found in any list that counts from 1.
    private static final int LONG_NUMBER = 4;

    private static final Set<Kind> TARGETS =
            Set.of(Kind.CUSTOMERS, Kind.ACCOUNTS, Kind.PRODUCTS, Kind.LEADS, Kind.LOOKUP, Kind.UNUSED, Kind.ORDERS);

    private final Keys keys;
    private final Lexicon lexicon;
    private final Borrowing borrowing;

    Joins(Keys keys, Lexicon lexicon) {
        this.keys = keys;
        this.lexicon = lexicon;
        this.borrowing = new Borrowing(lexicon);
    }

    /// A column of one file and the key of another in which nearly all its rows are found.
    private record Pointer(ColumnProfile column, Draft list, ColumnProfile key, Keys.Overlap overlap) {

        long rows() {
            return overlap.matched();
        }
    }

    /// Where no file says what was paid, rows that speak of orders and point into a list of prices are lines of
    /// orders.
    void priced(List<Draft> drafts, Guess guess) {
        drafts.forEach(list -> goods(list, drafts, guess));
        if (drafts.stream().anyMatch(draft -> draft.sells() && Borrowing.saysAmount(draft))) {
            return;
        }
        for (Draft sales : drafts) {
            boolean open = sales.guessed(Kind.UNUSED) || sales.guessed(Kind.ORDER_LINES);
            if (open && tellsOrders(sales)) {
                drafts.stream()
                        .filter(list -> list.guessed(Kind.UNUSED) || list.guessed(Kind.PRODUCTS))
                        .filter(list -> list != sales && hasPrice(list))
                        .flatMap(list -> pointers(sales, list))
                        .max(Comparator.comparingLong(Pointer::rows).thenComparingInt(to -> -to.column.index()))
                        .ifPresent(to -> price(sales, to, guess));
            }
        }
    }

    /// A bare list of ids and names lists what the columns that point into it are: customers, or shops, which are
    /// only looked up. Short numbers are found in any list, so there the file must be named after them too.
    void pointedAt(List<Draft> drafts, Guess guess) {
        for (Draft list : drafts) {
            list.column(Role.PRODUCT_ID)
                    .filter(key -> list.guessed(Kind.PRODUCTS) && !list.corrected(key.index()))
                    .filter(key -> lexicon.concepts(key.header()).equals(List.of("id")) && keys.unique(list, key))
                    .filter(key -> !points(drafts, Role.PRODUCT_ID, "product", list, key))
                    .ifPresent(key -> {
                        if (points(drafts, Role.CUSTOMER_ID, "customer", list, key)) {
                            guess.as(Kind.CUSTOMERS, list);
                            list.kind = Kind.CUSTOMERS;
                            list.assign(key.index(), Role.CUSTOMER_ID, "join");
                        } else if (points(drafts, Role.STORE, "store", list, key)) {
                            list.kind = Kind.UNUSED;
                        }
                    });
        }
    }

    private boolean points(List<Draft> drafts, Role role, String concept, Draft list, ColumnProfile key) {
        boolean called = lexicon.concepts(name(list)).contains(concept);
        return drafts.stream()
                .filter(facts -> FACTS.contains(facts.kind))
                .anyMatch(facts -> facts.column(role)
                        .filter(column -> !column.empty() && (called || tellsApart(column)))
                        .filter(column -> keys.overlap(facts, column, list, key).nearlyAll())
                        .isPresent());
    }

    private static String name(Draft draft) {
        return draft.raw.file().replaceFirst("\\.[a-z]+$", "").replaceFirst(".*/", "");
    }

    /// Goods with a price and a day, say of their release, are no sales where dated rows of another file count pieces
    /// of them.
    private void goods(Draft list, List<Draft> drafts, Guess guess) {
        boolean open = (list.guessed(Kind.ORDERS) || list.guessed(Kind.ORDER_LINES))
                && !list.hasAny(Role.QUANTITY, Role.CUSTOMER_ID, Role.EMAIL)
                && hasPrice(list);
        if (open) {
            drafts.stream()
                    .filter(sales -> sales != list && sales.guessed(Kind.UNUSED) && countsPieces(sales))
                    .flatMap(sales -> pointers(sales, list))
                    .filter(to -> list.role(to.key.index()) != Role.ORDER_ID)
                    .max(Comparator.comparingLong(Pointer::rows))
                    .ifPresent(to -> guess.as(Kind.PRODUCTS, list, Map.of(to.key.index(), Role.PRODUCT_ID)));
        }
    }

    private boolean countsPieces(Draft sales) {
        return sales.profiles.stream().anyMatch(profile -> reads(Role.QUANTITY, profile))
                && sales.profiles.stream().anyMatch(OrderDays::onlyDays);
    }

    private static void price(Draft sales, Pointer to, Guess guess) {
        if (sales.kind == Kind.UNUSED) {
            guess.as(Kind.ORDER_LINES, sales, Map.of(to.column.index(), Role.PRODUCT_ID));
        }
        if (to.list.kind == Kind.UNUSED) {
            guess.as(Kind.PRODUCTS, to.list, Map.of(to.key.index(), Role.PRODUCT_ID));
        }
        for (Draft draft : List.of(sales, to.list)) {
            ColumnProfile product = draft == sales ? to.column : to.key;
            draft.turn(Role.PRODUCT_ID, Role.IGNORED, "join");
            draft.assign(product.index(), Role.PRODUCT_ID, "join");
        }
    }

    /// Where only a list of payments says what orders came to, payments are their lines, and the list of orders says
    /// when and by whom they were placed.
    void paid(List<Draft> drafts, Guess guess) {
        for (Draft payments : drafts) {
            boolean alone = (payments.guessed(Kind.UNUSED) || payments.guessed(Kind.ORDERS))
                    && lexicon.speaksOf(payments.raw.headers(), Set.of("paid", "payment method"))
                    && payments.profiles.stream().anyMatch(this::isMoney)
                    && drafts.stream().filter(draft -> draft != payments).noneMatch(Draft::sells);
            Optional<ColumnProfile> order = payments.profiles.stream()
                    .filter(column -> alone && lexicon.concepts(column.header()).containsAll(List.of("order", "id")))
                    .findFirst();
            order.ifPresent(number -> drafts.stream()
                    .filter(list -> list != payments && tellsOrders(list))
                    // with a bare `id` and a status they might be deals
                    .filter(list -> list.guessed(Kind.UNUSED) || list.guessed(Kind.DEALS))
                    .forEach(list -> list.profiles.stream()
                            .filter(key -> keys.unique(list, key)
                                    && keys.overlap(payments, number, list, key).nearlyAll())
                            .findFirst()
                            .ifPresent(key -> pay(payments, number, list, key, guess))));
        }
    }

    private static void pay(Draft payments, ColumnProfile number, Draft list, ColumnProfile key, Guess guess) {
        guess.heads(list);
        if (list.kind == Kind.ORDERS) {
            list.turn(Role.ORDER_ID, Role.IGNORED, "join");
            list.assign(key.index(), Role.ORDER_ID, "join");
            guess.as(Kind.ORDER_LINES, payments, Map.of(number.index(), Role.ORDER_ID));
        }
    }

    private boolean tellsOrders(Draft draft) {
        List<String> said = new ArrayList<>(draft.raw.headers());
        said.add(name(draft));
        return lexicon.speaksOf(said, Set.of("order", "sales"))
                && !lexicon.speaksOf(draft.raw.headers(), NO_SALE)
                && draft.profiles.stream().noneMatch(this::isMoney);
    }

    private boolean hasPrice(Draft list) {
        return list.profiles.stream().anyMatch(profile -> reads(Role.UNIT_PRICE, profile));
    }

    private boolean isMoney(ColumnProfile profile) {
        return Set.of(Role.AMOUNT, Role.ORDER_TOTAL, Role.UNIT_PRICE).stream().anyMatch(role -> reads(role, profile));
    }

    private boolean reads(Role role, ColumnProfile profile) {
        return Fit.of(role, profile, lexicon) >= Assignment.Readings.LEAST;
    }

    private Stream<Pointer> pointers(Draft sales, Draft list) {
        return list.profiles.stream()
                .filter(key -> !key.empty() && key.shapes().dates() < 0.9 && keys.unique(list, key))
                .flatMap(key -> sales.profiles.stream()
                        .filter(column -> !column.empty() && !column.unique() && !sales.corrected(column.index()))
                        .filter(column -> namedAlike(sales, column, list, key) || tellsApart(column))
                        .map(column -> new Pointer(column, list, key, keys.overlap(sales, column, list, key))))
                .filter(to -> to.overlap.nearlyAll());
    }

    /// Whether the two headers share a word that is not just `id`.
    private boolean namedAlike(Draft sales, ColumnProfile column, Draft list, ColumnProfile key) {
        Set<String> words = new HashSet<>(HeaderWords.of(column.header()));
        words.removeIf(word -> lexicon.concepts(word).contains("id"));
        words.retainAll(HeaderWords.of(key.header()));
        return !words.isEmpty() || Keys.alike(sales, column, list, key);
    }

    private static boolean tellsApart(ColumnProfile column) {
        return column.share(text -> !text.matches("\\d+") || text.length() >= LONG_NUMBER) > 0.9;
    }

    /// A link before formats are decided: `borrowed` are columns of the target.
    record Found(
            int from,
            int column,
            int to,
            int key,
            List<Integer> borrowed,
            Keys.Overlap overlap,
            List<Link.Alias> aliases) {}

    List<Found> find(List<Draft> drafts) {
        List<Found> links = new ArrayList<>();
        demoteClasses(drafts);
        for (int from = 0; from < drafts.size(); from++) {
            if (FACTS.contains(drafts.get(from).kind)) {
                links.addAll(from(drafts, from));
            }
        }
        Set<Integer> reached = new HashSet<>();
        links.forEach(link -> reached.add(link.to));
        // a second step: products point to their classes
        for (int target : List.copyOf(reached)) {
            if (!FACTS.contains(drafts.get(target).kind)) {
                links.addAll(from(drafts, target));
            }
        }
        return links;
    }

    private List<Found> from(List<Draft> drafts, int from) {
        List<Found> links = new ArrayList<>();
        Draft borrower = drafts.get(from);
        Set<Role> lent = EnumSet.noneOf(Role.class);
        for (int to : nearestFirst(drafts)) {
            Draft target = drafts.get(to);
            boolean serves =
                    to != from && TARGETS.contains(target.kind) && target.kind != borrower.kind && !target.ofStaff;
            if (serves) {
                best(borrower, from, target, to, lent).ifPresent(link -> {
                    link.borrowed().forEach(column -> lent.add(target.role(column)));
                    links.add(link);
                });
            }
        }
        return links;
    }

    /// Files whose kind is known before those that only serve to look something up.
    private static List<Integer> nearestFirst(List<Draft> drafts) {
        return IntStream.range(0, drafts.size())
                .boxed()
                .sorted(Comparator.comparing(
                        at -> drafts.get(at).kind == Kind.LOOKUP || drafts.get(at).kind == Kind.UNUSED))
                .toList();
    }

    private Optional<Found> best(Draft borrower, int from, Draft target, int to, Set<Role> lent) {
        List<Found> candidates = new ArrayList<>();
        for (ColumnProfile key : target.profiles) {
            for (ColumnProfile column : borrower.profiles) {
                boolean calendar = target.kind == Kind.LOOKUP || target.kind == Kind.UNUSED;
                boolean possible = !key.empty()
                        && !column.empty()
                        && Keys.alike(borrower, column, target, key)
                        && (calendar || key.shapes().dates() < 0.9)
                        && keys.unique(target, key);
                if (possible) {
                    Keys.Overlap overlap = keys.overlap(borrower, column, target, key);
                    candidates.add(new Found(from, column.index(), to, key.index(), List.of(), overlap, List.of()));
                }
            }
        }
        return candidates.stream()
                .filter(found -> found.overlap.enough())
                .max(Comparator.comparing((Found found) -> !day(target, found))
                        .thenComparingLong(found -> found.overlap.found())
                        .thenComparingInt(found -> -found.column))
                .map(found -> settle(borrower, target, found, lent));
    }

    /// A day joins, as in a calendar, but only where no number does.
    private static boolean day(Draft target, Found found) {
        return target.profiles.get(found.key).shapes().dates() > 0.9;
    }

    private Found settle(Draft borrower, Draft target, Found found, Set<Role> lent) {
        if (target.kind == Kind.UNUSED) {
            target.kind = Kind.LOOKUP;
            for (int column = 0; column < target.profiles.size(); column++) {
                target.assign(column, Role.IGNORED, "join");
            }
        }
        if (target.kind == Kind.LOOKUP) {
            target.assign(found.key, Role.KEY, "join");
        }
        if (target.kind == Kind.PRODUCTS && ofProduct(borrower, found.column)) {
            target.turn(Role.PRODUCT_ID, Role.IGNORED, "join");
            target.assign(found.key, Role.PRODUCT_ID, "join");
            borrower.assign(found.column, Role.PRODUCT_ID, "join");
        }
        List<Integer> borrowed = borrowing.columns(borrower, target, found.key, lent);
        if (Set.of(Role.IGNORED, Role.TRAIT, Role.PRODUCT).contains(borrower.role(found.column))
                && target.kind != Kind.PRODUCTS) {
            borrower.assign(found.column, Role.KEY, "join");
        }
        ColumnProfile column = borrower.profiles.get(found.column);
        // an address is brought to small letters anyway, and needs its spellings only to fetch something
        boolean asWritten = Keys.emails(column) ? borrowed.isEmpty() : found.overlap.found() == found.overlap.values();
        List<Link.Alias> aliases =
                asWritten ? List.of() : keys.aliases(borrower, column, target, target.profiles.get(found.key));
        return new Found(found.from, found.column, found.to, found.key, borrowed, found.overlap, aliases);
    }

    /// What points into the list of products is the product's number, under whatever name.
    private static boolean ofProduct(Draft borrower, int column) {
        Role role = borrower.role(column);
        return role == Role.PRODUCT_ID
                || (role == Role.IGNORED
                        && borrower.kind == Kind.ORDER_LINES
                        && !borrower.hasAny(Role.PRODUCT_ID, Role.PRODUCT));
    }

    /// A list of product classes looks like a list of products; it is not when products point into it.
    private void demoteClasses(List<Draft> drafts) {
        for (Draft classes : drafts) {
            for (Draft products : drafts) {
                if (classes != products && classes.kind == Kind.PRODUCTS && products.kind == Kind.PRODUCTS) {
                    demote(classes, products);
                }
            }
        }
    }

    private void demote(Draft classes, Draft products) {
        for (ColumnProfile key : classes.profiles) {
            for (ColumnProfile column : products.profiles) {
                boolean points = classes.kind == Kind.PRODUCTS
                        && !column.unique()
                        && Keys.alike(products, column, classes, key)
                        && keys.unique(classes, key)
                        && keys.overlap(products, column, classes, key).enough();
                if (points) {
                    classes.kind = Kind.LOOKUP;
                    classes.turn(Role.PRODUCT_ID, Role.KEY, "join");
                    classes.assign(key.index(), Role.KEY, "join");
                }
            }
        }
    }
}
