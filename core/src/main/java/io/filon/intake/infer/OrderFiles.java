package io.filon.intake.infer;

import io.filon.intake.infer.words.Fit;
import io.filon.intake.infer.words.StaffWords;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.Profiler;
import io.filon.intake.recipe.HeaderWords;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Settles what no file tells alone: which of two files of orders holds their lines, whether a number is an order's
/// or a person's, and who the customer is where every order gives her a new number.
final class OrderFiles {

    /// Fewer rows than this show nothing.
    private static final int SHOWN = 20;

    /// Numbers that come back; fewer show nothing.
    private static final int COMING_BACK = 5;

    /// Different days under one number from which it hardly is an order's.
    private static final int DAYS = 4;

    /// Files that say who the customers are beside a list of those who sell.
    private static final Set<Kind> CUSTOMERS_IN =
            Set.of(Kind.CUSTOMERS, Kind.ORDERS, Kind.ORDER_LINES, Kind.DEALS, Kind.SUBSCRIPTIONS);

    /// Files whose rows say by a number which customer they are of.
    private static final Set<Kind> OF_CUSTOMERS =
            Set.of(Kind.ORDERS, Kind.ORDER_LINES, Kind.DEALS, Kind.SUBSCRIPTIONS, Kind.TICKETS);

    private final Store store;
    private final Keys keys;
    private final Lexicon lexicon;

    OrderFiles(Store store, Keys keys, Lexicon lexicon) {
        this.store = store;
        this.keys = keys;
        this.lexicon = lexicon;
    }

    /// Of two files with the same headers, where one holds lines the other does too, even if each of its orders has
    /// only one.
    void sameHeaders(List<Draft> drafts, Guess guess) {
        drafts.stream()
                .filter(draft -> draft.guessed(Kind.ORDERS) && draft.raw.header())
                .filter(draft -> drafts.stream()
                        .anyMatch(other -> other.guessed(Kind.ORDER_LINES)
                                && other.raw.headers().equals(draft.raw.headers())))
                .toList()
                .forEach(draft -> guess.as(Kind.ORDER_LINES, draft));
    }

    /// Of two files of lines of the same orders, the one that has each order once holds whole orders.
    void heads(List<Draft> drafts, Guess guess) {
        for (Draft whole : drafts) {
            Optional<ColumnProfile> order = lines(whole).filter(ColumnProfile::unique);
            boolean elsewhere = order.isPresent()
                    && drafts.stream()
                            .filter(other -> other != whole && other.has(Role.ORDERED_AT) == whole.has(Role.ORDERED_AT))
                            .anyMatch(other -> lines(other)
                                    .filter(same -> !same.unique())
                                    .filter(same -> keys.overlap(other, same, whole, order.get())
                                            .enough())
                                    .isPresent());
            if (elsewhere) {
                guess.as(Kind.ORDERS, whole);
            }
        }
    }

    /// A list of orders or customers may number them twice: by an internal key and by the number that people see, or
    /// by a code and a tax number. The number that other files point into is the one to use.
    void ownNumbers(List<Draft> drafts) {
        for (Draft facts : drafts) {
            lines(facts).ifPresent(number -> ownNumber(drafts, facts, number, Kind.ORDERS, Role.ORDER_ID));
            facts.column(Role.CUSTOMER_ID)
                    .filter(number -> OF_CUSTOMERS.contains(facts.kind)
                            && facts.guessed(facts.kind)
                            && !facts.corrected(number.index()))
                    .ifPresent(number -> ownNumber(drafts, facts, number, Kind.CUSTOMERS, Role.CUSTOMER_ID));
        }
    }

    private void ownNumber(List<Draft> drafts, Draft facts, ColumnProfile number, Kind kind, Role role) {
        drafts.stream()
                .filter(list -> list.guessed(kind) && list != facts)
                .forEach(list -> ownNumber(facts, number, list, role));
    }

    private void ownNumber(Draft facts, ColumnProfile number, Draft list, Role role) {
        boolean settled = list.column(role)
                .filter(told -> list.corrected(told.index())
                        || keys.overlap(facts, number, list, told).enough())
                .isPresent();
        if (settled) {
            return;
        }
        list.unassigned().stream()
                .filter(profile -> lexicon.concepts(profile.header()).contains("id"))
                .filter(profile -> keys.unique(list, profile)
                        && keys.overlap(facts, number, list, profile).enough())
                .findFirst()
                .ifPresent(own -> {
                    list.turn(role, Role.IGNORED, "join");
                    list.assign(own.index(), role, "join");
                });
    }

    /// Where every order has a customer's number of its own, but the list of customers has another number that comes
    /// back, that other one is the person's, and the list only says whose each order was.
    void persons(List<Draft> drafts) {
        for (Draft orders : drafts) {
            Optional<ColumnProfile> customer = orders.column(Role.CUSTOMER_ID)
                    .filter(column -> orders.guessed(Kind.ORDERS) && column.unique() && column.rows() > SHOWN);
            customer.ifPresent(number -> drafts.stream()
                    .filter(list -> list.guessed(Kind.CUSTOMERS))
                    .forEach(list -> person(orders, number, list)));
        }
    }

    private void person(Draft orders, ColumnProfile number, Draft list) {
        Optional<ColumnProfile> key = list.column(Role.CUSTOMER_ID)
                .filter(column -> !list.corrected(column.index()))
                .filter(column -> keys.overlap(orders, number, list, column).enough());
        Optional<ColumnProfile> person = list.profiles.stream()
                .filter(profile -> !profile.equals(key.orElse(null)) && !list.corrected(profile.index()))
                .filter(profile -> lexicon.concepts(profile.header()).containsAll(List.of("customer", "id")))
                .filter(profile -> repeats(list, profile))
                .findFirst();
        if (key.isPresent() && person.isPresent()) {
            list.kind = Kind.LOOKUP;
            list.assign(key.get().index(), Role.KEY, "join");
            list.assign(person.get().index(), Role.CUSTOMER_ID, "join");
            orders.assign(number.index(), Role.KEY, "join");
        }
    }

    private boolean repeats(Draft list, ColumnProfile profile) {
        return store.number(Sql.of("select count(c%1$d) - count(distinct c%1$d) from %2$s"
                        .formatted(profile.index(), Amounts.whole(list.raw))))
                > 0;
    }

    /// A bare `id` that has rows of several days is no order's number; where nothing else says who bought, it is the
    /// customer's. A number that says it is an order's is none either where several customers bought under it on
    /// several days; where only one customer did, on many days, the user is asked.
    void numbers(Draft draft, List<Doubt> doubts) {
        Optional<ColumnProfile> order = lines(draft);
        Optional<ColumnProfile> day = draft.column(Role.ORDERED_AT);
        if (order.isEmpty() || day.isEmpty() || !severalDays(draft, order.get(), day.get(), 2)) {
            return;
        }
        ColumnProfile number = order.get();
        if (lexicon.concepts(number.header()).equals(List.of("id"))) {
            boolean known = draft.hasAny(Role.CUSTOMER_ID, Role.EMAIL, Role.PHONE, Role.NAME, Role.ANONYMOUS_ID);
            draft.assign(number.index(), known ? Role.IGNORED : Role.CUSTOMER_ID, "values");
        } else if (draft.column(Role.CUSTOMER_ID)
                .or(() -> draft.column(Role.EMAIL))
                .filter(customer -> several(draft, number, "c" + customer.index(), 2, COMING_BACK))
                .isPresent()) {
            draft.assign(number.index(), Role.IGNORED, "values");
            doubts.add(new Doubt("order_number_shared", draft.raw.file(), number.header(), 1, List.of()));
        } else if (severalDays(draft, number, day.get(), DAYS)) {
            doubts.add(new Doubt("order_number_days", draft.raw.file(), number.header(), 1, List.of()));
        }
    }

    private boolean severalDays(Draft draft, ColumnProfile order, ColumnProfile day, int days) {
        return several(draft, order, OrderDays.day(day), days, COMING_BACK);
    }

    /// Whether most values of a column that come back do so with several different ones of another.
    ///
    /// @param different how many at least
    /// @param least     values that come back from which this shows anything
    private boolean several(Draft draft, ColumnProfile order, String of, int different, int least) {
        return store.number(Sql.of(
                        """
                        with numbers as (
                            select count(distinct %2$s) as different
                            from (select * from %3$s limit %4$d)
                            where c%1$d is not null
                            group by c%1$d
                            having count(*) > 1
                        )
                        select
                            case when count(*) >= %6$d and count(*) filter (different >= %5$d) * 2 > count(*) then 1 else 0 end
                        from numbers
                        """.formatted(order.index(), of, Amounts.whole(draft.raw), Profiler.SAMPLE, different, least)))
                == 1;
    }

    /// A bare `name` is the buyer's where one product has several of them and one of them several products; likewise
    /// where no number tells customers apart and nearly every name that comes back has one sex.
    void names(Draft draft) {
        Optional<ColumnProfile> name = draft.column(Role.PRODUCT)
                .filter(column -> draft.sells() && draft.inferred())
                .filter(column -> !draft.corrected(column.index()) && !draft.has(Role.NAME))
                .filter(column -> lexicon.concepts(column.header()).equals(List.of("name")));
        Optional<ColumnProfile> product = draft.column(Role.PRODUCT_ID);
        Optional<ColumnProfile> gender = draft.column(Role.GENDER).filter(sex -> !draft.has(Role.CUSTOMER_ID));
        boolean apart = name.isPresent()
                && product.isPresent()
                && several(draft, product.get(), "c" + name.get().index(), 2, 2)
                && several(draft, name.get(), "c" + product.get().index(), 2, 2);
        if (apart || (name.isPresent() && gender.isPresent() && onePerName(draft, name.get(), gender.get()))) {
            draft.assign(name.get().index(), Role.NAME, "values");
        }
    }

    private boolean onePerName(Draft draft, ColumnProfile name, ColumnProfile gender) {
        return gender.distinct() > 1
                && store.number(Sql.of("""
                                with names as (
                                    select count(distinct c%2$d) as sexes
                                    from %3$s
                                    where c%1$d is not null
                                    group by c%1$d
                                    having count(c%2$d) > 1
                                )
                                select
                                    case when count(*) >= %4$d and count(*) filter (sexes > 1) * 20 <= count(*) then 1 else 0 end
                                from names
                                """.formatted(name.index(), gender.index(), Amounts.whole(draft.raw), SHOWN)))
                        == 1;
    }

    /// Where sales name no customer, but point by a bare `id` (or by an id under the same header) into a list of
    /// people, that id is the customer's. A list of no known kind is of people when it tells their birth or sex.
    void customers(List<Draft> drafts, Guess guess) {
        for (Draft sales : drafts) {
            boolean nobody = (sales.guessed(Kind.ORDERS) || sales.guessed(Kind.ORDER_LINES))
                    && Stream.of(Role.CUSTOMER_ID, Role.EMAIL, Role.PHONE, Role.ANONYMOUS_ID)
                            .flatMap(role -> sales.column(role).stream())
                            .allMatch(ColumnProfile::empty);
            if (nobody) {
                drafts.stream()
                        .filter(list -> list.guessed(Kind.CUSTOMERS) || (list.guessed(Kind.UNUSED) && ofPeople(list)))
                        .forEach(list -> customer(sales, list, drafts, guess));
            }
        }
    }

    /// A list not recognised so far that has each customer of the sales once lists the customers: numbers must be under
    /// the header they have there, names may be under any.
    void members(List<Draft> drafts, Guess guess) {
        for (Draft list : drafts) {
            Optional<ColumnProfile> member = list.profiles.stream()
                    .filter(key -> list.guessed(Kind.UNUSED) && list.profiles.size() > 1 && keys.unique(list, key))
                    .filter(key -> drafts.stream()
                            .filter(Draft::sells)
                            .anyMatch(sales -> sales.column(Role.CUSTOMER_ID)
                                    .filter(OrderFiles::comesBack)
                                    .filter(customer -> holdsNames(customer)
                                            || HeaderWords.squeezed(customer.header())
                                                    .equals(HeaderWords.squeezed(key.header())))
                                    .filter(customer -> keys.overlap(sales, customer, list, key)
                                            .nearlyAll())
                                    .isPresent()))
                    .findFirst();
            member.ifPresent(key -> {
                guess.as(Kind.CUSTOMERS, list);
                list.kind = Kind.CUSTOMERS;
                list.turn(Role.CUSTOMER_ID, Role.IGNORED, "join");
                list.assign(key.index(), Role.CUSTOMER_ID, "join");
            });
        }
    }

    private static boolean holdsNames(ColumnProfile customer) {
        return customer.share(text -> text.matches("\\D*\\p{L}{2}\\D*")) > 0.9;
    }

    private boolean ofPeople(Draft list) {
        return list.profiles.stream()
                .anyMatch(profile -> Set.of(Role.BIRTH_ON, Role.GENDER).stream()
                        .anyMatch(role -> Fit.of(role, profile, lexicon) >= 0.9));
    }

    private void customer(Draft sales, Draft list, List<Draft> drafts, Guess guess) {
        for (ColumnProfile key : list.profiles) {
            for (ColumnProfile column : sales.unassigned()) {
                boolean possible = !sales.has(Role.CUSTOMER_ID)
                        && !list.corrected(key.index())
                        && comesBack(column)
                        && sameKey(column, key);
                if (possible
                        && keys.unique(list, key)
                        && keys.overlap(sales, column, list, key).nearlyAll()
                        && !ofGoods(sales, column, drafts)) {
                    if (list.kind != Kind.CUSTOMERS) {
                        guess.as(Kind.CUSTOMERS, list);
                        list.kind = Kind.CUSTOMERS;
                    }
                    list.turn(Role.CUSTOMER_ID, Role.IGNORED, "join");
                    list.assign(key.index(), Role.CUSTOMER_ID, "join");
                    sales.assign(column.index(), Role.CUSTOMER_ID, "join");
                }
            }
        }
    }

    /// A list of people is of those who sell where it numbers them as employees or suppliers, says to whom of them
    /// each reports, or has just one for each place of the sales; unless it is the only list that has a file's
    /// customers.
    void staff(List<Draft> drafts) {
        drafts.stream()
                .filter(list -> list.guessed(Kind.CUSTOMERS)
                        && (namesStaff(list) || reports(list) || onePerPlace(list, drafts)))
                .filter(list -> drafts.stream().anyMatch(other -> other != list && CUSTOMERS_IN.contains(other.kind)))
                .filter(list -> drafts.stream()
                        .filter(facts -> facts != list && facts.kind != Kind.CUSTOMERS)
                        .noneMatch(facts -> customersIn(facts, list)
                                && drafts.stream()
                                        .filter(other -> other != list && other.kind == Kind.CUSTOMERS)
                                        .noneMatch(other -> customersIn(facts, other))))
                .toList()
                .forEach(list -> {
                    list.kind = Kind.UNUSED;
                    list.ofStaff = true;
                });
    }

    private static boolean namesStaff(Draft list) {
        return list.profiles.stream()
                .filter(ColumnProfile::unique)
                .anyMatch(profile -> StaffWords.number(profile.header()));
    }

    private boolean reports(Draft list) {
        return list.profiles.stream()
                .filter(chief -> !chief.empty() && StaffWords.chief(chief.header()))
                .anyMatch(chief -> list.profiles.stream()
                        .anyMatch(own -> !own.equals(chief)
                                && own.unique()
                                && keys.overlap(list, chief, list, own).nearlyAll()));
    }

    private boolean onePerPlace(Draft list, List<Draft> drafts) {
        return Stream.of(Role.REGION, Role.COUNTRY, Role.CITY)
                .flatMap(role -> list.column(role).stream())
                .filter(place -> place.distinct() > 1 && keys.unique(list, place))
                .anyMatch(place -> drafts.stream()
                        .filter(sales -> sales.sells() && moreCustomers(sales, list))
                        .anyMatch(sales -> sales.column(list.role(place.index()))
                                .filter(sold -> sold.distinct() > 1 && !sold.unique())
                                .filter(sold ->
                                        keys.overlap(sales, sold, list, place).nearlyAll())
                                .isPresent()));
    }

    private static boolean moreCustomers(Draft sales, Draft list) {
        return Stream.of(Role.CUSTOMER_ID, Role.EMAIL, Role.NAME)
                .flatMap(role -> sales.column(role).stream())
                .anyMatch(customer -> customer.distinct() > list.raw.rows());
    }

    /// Whether the list has the customers of most rows of a file.
    private boolean customersIn(Draft facts, Draft list) {
        return Stream.of(Role.CUSTOMER_ID, Role.EMAIL, Role.PHONE, Role.NAME)
                .flatMap(role -> facts.column(role).stream())
                .filter(customer -> !customer.empty())
                .anyMatch(customer -> list.profiles.stream()
                        .filter(own -> !own.empty() && own.unique())
                        .anyMatch(
                                own -> keys.overlap(facts, customer, list, own).enough()));
    }

    private static boolean comesBack(ColumnProfile column) {
        return !column.empty() && !column.unique() && column.distinct() > 1 && !Fit.numbersLines(column);
    }

    private boolean sameKey(ColumnProfile column, ColumnProfile key) {
        List<String> concepts = lexicon.concepts(column.header());
        boolean bare = concepts.equals(List.of("id"));
        return (bare && lexicon.concepts(key.header()).equals(List.of("id")))
                || (HeaderWords.squeezed(column.header()).equals(HeaderWords.squeezed(key.header()))
                        && concepts.contains("id"));
    }

    /// Whether the list of products has these numbers too.
    private boolean ofGoods(Draft sales, ColumnProfile column, List<Draft> drafts) {
        return !sales.hasAny(Role.PRODUCT_ID, Role.PRODUCT)
                && drafts.stream()
                        .filter(goods -> goods.kind == Kind.PRODUCTS)
                        .anyMatch(goods -> goods.column(Role.PRODUCT_ID)
                                .filter(key ->
                                        keys.overlap(sales, column, goods, key).nearlyAll())
                                .isPresent());
    }

    private static Optional<ColumnProfile> lines(Draft draft) {
        return draft.column(Role.ORDER_ID)
                .filter(column -> draft.guessed(Kind.ORDER_LINES) && !draft.corrected(column.index()));
    }
}
