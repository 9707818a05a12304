package io.filon.rule;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Generated rules of every family over one small catalogue. Constants come from few choices, so that they meet the
/// values of [RandomHistories] at the bounds, tie and repeat.
public record RandomConditions(RandomGenerator random) {

    /// Two segments with rules of their own; `Loyal` is the one generated rules belong to.
    public static final List<String> SEGMENTS = List.of("Nuevos", "Dormidos");

    public static final List<EventType.Property> ORDER = List.of(
            new EventType.Property("order_id", FactType.TEXT),
            new EventType.Property("revenue", FactType.MONEY),
            new EventType.Property("weight", FactType.NUMBER),
            new EventType.Property("units", FactType.COUNT),
            new EventType.Property("channel", FactType.TEXT),
            new EventType.Property("gift", FactType.FLAG),
            new EventType.Property("tags", FactType.LIST),
            new EventType.Property("deadline", FactType.INSTANT),
            new EventType.Property("due_on", FactType.DATE),
            new EventType.Property("ship_to", FactType.PLACE),
            new EventType.Property("session_id", FactType.TEXT),
            new EventType.Property("cart_id", FactType.TEXT));

    public static final List<EventType.Property> ITEM = List.of(
            new EventType.Property("category", FactType.TEXT),
            new EventType.Property("price", FactType.MONEY),
            new EventType.Property("discount", FactType.MONEY));

    private static final List<EventType.Property> VISIT = ORDER.stream()
            .filter(property ->
                    Set.of("channel", "session_id", "cart_id", "units").contains(property.name()))
            .toList();

    public static final Catalogue CATALOGUE = new Catalogue(
            "customer_facts",
            List.of(
                    Fact.dated("stage", FactType.TEXT),
                    Fact.dated("city", FactType.TEXT),
                    Fact.dated("points", FactType.COUNT),
                    Fact.dated("balance", FactType.MONEY),
                    Fact.dated("score", FactType.NUMBER),
                    Fact.dated("birth_on", FactType.DATE),
                    Fact.dated("renews_on", FactType.DATE),
                    Fact.dated("consent.email", FactType.FLAG),
                    Fact.dated("likes", FactType.LIST),
                    Fact.dated("home", FactType.PLACE)),
            List.of(
                    new EventType("Order Completed", ORDER, ITEM, List.of()),
                    new EventType(
                            "Order Refunded",
                            List.of(ORDER.get(0), ORDER.get(1)),
                            List.of(),
                            List.of(new EventType.Correction("Order Completed", "order_id", List.of("revenue")))),
                    new EventType(
                            "Order Cancelled",
                            List.of(ORDER.get(0)),
                            List.of(),
                            List.of(new EventType.Correction("Order Completed", "order_id", List.of()))),
                    new EventType("Product Added", VISIT),
                    new EventType("Product Viewed", VISIT)),
            Map.of("Nuevos", new Rule.Everyone(), "Dormidos", new Rule.Everyone()));

    public Rule rule(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return condition();
        }
        return switch (random.nextInt(9)) {
            case 8 -> new Rule.Named("part" + random.nextInt(1 << 30), rule(depth - 1));
            case 0, 1 -> new Rule.All(some(() -> rule(depth - 1)));
            case 2, 3 -> new Rule.Any(some(() -> rule(depth - 1)));
            case 4 -> new Rule.Not(rule(depth - 1));
            case 5 -> new Rule.ExactlyOne(some(() -> rule(depth - 1)));
            case 6 -> {
                List<Rule> rules = some(() -> rule(depth - 1));
                yield new Rule.AtLeast(random.nextInt(1, rules.size() + 1), rules);
            }
            default -> new Rule.PersonTime(rule(depth - 1));
        };
    }

    /// One leaf, of any family.
    public Rule condition() {
        return switch (random.nextInt(13)) {
            case 12 -> new RandomComparisons(this).condition();
            case 0 -> {
                Fact fact = pick(CATALOGUE.facts());
                yield new Condition.HasBeen(
                        new Measure.Fact(fact.name(), new Moment.Now(), sources(), new Window.Always()),
                        claim(fact.type(), List.of()),
                        span());
            }
            case 1 -> {
                BigDecimal share = share();
                BigDecimal keep = random.nextBoolean() ? share : share.max(new BigDecimal("0.5"));
                yield new Condition.Top(number(), pick(List.of(Condition.Side.values())), share, keep, among());
            }
            case 2 ->
                switch (random.nextInt(4)) {
                    case 0 -> new Condition.EnteredSegment(pick(SEGMENTS), past());
                    case 1 -> new Condition.LeftSegment(pick(SEGMENTS), past());
                    case 2 -> new Condition.Bucket(share(), pick(List.of("a", "b")));
                    default -> new Condition.InSegment(pick(SEGMENTS), moment());
                };
            default -> {
                Measure measure = measure();
                yield new Condition.Has(measure, claim(type(measure), List.of()));
            }
        };
    }

    Rule among() {
        return random.nextBoolean() ? new Rule.Everyone() : new Condition.Has(measure(), new Claim.Known());
    }

    private static FactType type(Measure measure) {
        return new io.filon.rule.check.Types(CATALOGUE).of(measure).orElseThrow();
    }

    public Measure measure() {
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Measure.Fact(pick(CATALOGUE.facts()).name(), moment(), sources(), past());
            case 2 ->
                random.nextBoolean()
                        ? new Measure.FactAge(pick(CATALOGUE.facts()).name(), Span.Unit.DAY)
                        : new Measure.FactChanges(pick(CATALOGUE.facts()).name(), past());
            case 3 -> new Measure.Matches(new RandomSequences(this).sequence());
            case 4 ->
                switch (random.nextInt(4)) {
                    case 0 -> new Measure.SegmentCount();
                    case 1 -> new Measure.People(among());
                    case 2 -> new Measure.Standing(Measure.Scale.DECILE, number(), among());
                    default -> new Measure.Ratio(number(), number(), new BigDecimal(pick(List.of("0", "1", "3"))));
                };
            default -> ofEvents();
        };
    }

    Measure number() {
        Measure measure = ofEvents();
        return type(measure).isNumeric() ? measure : new Measure.Count(events(orders()));
    }

    private Measure ofEvents() {
        List<String> names = orders();
        Events events = events(names);
        String property = pick(List.of("revenue", "units", "weight", "items.price", "channel", "due_on"));
        String summed = pick(List.of("revenue", "units", "weight", "items.price"));
        String ordered = pick(List.of("revenue", "units", "weight", "items.price", "due_on"));
        return switch (random.nextInt(13)) {
            case 0, 1 -> new Measure.Count(random.nextBoolean() ? events : events(visits()));
            case 2 -> new Measure.Distinct(property, events);
            case 3 -> new Measure.Periods(period(), random.nextInt(1, 3), events);
            case 4 -> new Measure.Streak(period(), events);
            case 5 -> new Measure.Total(Measure.Function.SUM, summed, events);
            case 6 ->
                new Measure.Total(
                        pick(List.of(Measure.Function.MIN, Measure.Function.MAX, Measure.Function.AVERAGE)),
                        summed,
                        events);
            case 7 -> new Measure.Percentile(share(), ordered, events);
            case 8 -> new Measure.MostFrequent(property, random.nextInt(1, 3), events);
            case 9 -> new Measure.Share(filter(1, names), random.nextInt(1, 4), events);
            case 10 ->
                new Measure.Nth(
                        pick(List.of(1, 2, -1, -2)), pick(List.of("channel", "revenue", "time", "gift")), events);
            case 11 -> new Measure.Since(pick(List.of(Measure.End.values())), Span.Unit.DAY, events);
            default ->
                random.nextBoolean()
                        ? new Measure.Interval(Span.Unit.HOUR, random.nextInt(1, 3), events)
                        : new Measure.Overdue(random.nextInt(1, 3), events);
        };
    }

    private static List<String> orders() {
        return List.of("Order Completed");
    }

    List<String> visits() {
        return random.nextBoolean() ? List.of("Product Viewed") : List.of("Product Added", "Product Viewed");
    }

    Events events(List<String> names) {
        boolean items = names.equals(orders()) && random.nextInt(4) == 0;
        return new Events(
                names,
                random.nextInt(3) == 0 ? filter(2, names) : new Filter.Every(),
                items ? itemFilter() : new Filter.Every(),
                past(),
                random.nextInt(4) == 0);
    }

    Filter filter(int depth, List<String> names) {
        if (depth > 0 && random.nextInt(3) == 0) {
            return switch (random.nextInt(3)) {
                case 0 -> new Filter.All(some(() -> filter(depth - 1, names)));
                case 1 -> new Filter.Any(some(() -> filter(depth - 1, names)));
                default -> new Filter.Not(filter(depth - 1, names));
            };
        }
        boolean order = names.equals(orders());
        if (order && random.nextInt(5) == 0) {
            return new Filter.Items(pick(List.of(Filter.Quantifier.values())), itemFilter());
        }
        if (random.nextInt(6) == 0) {
            Fact fact = pick(CATALOGUE.facts());
            Moment at = random.nextBoolean() ? new Moment.Then() : moment();
            return new Filter.Customer(
                    new Measure.Fact(fact.name(), at, sources(), new Window.Always()), claim(fact.type(), List.of()));
        }
        if (random.nextInt(5) == 0) {
            return new Filter.Property(Filter.TIME, time(FactType.INSTANT, order));
        }
        EventType.Property property = pick(order ? ORDER : VISIT);
        return new Filter.Property(property.name(), claim(property.type(), order ? ORDER : VISIT));
    }

    private Filter itemFilter() {
        Filter category = new Filter.Property("category", claim(FactType.TEXT, List.of()));
        return random.nextBoolean()
                ? category
                : new Filter.All(List.of(category, new Filter.Property("price", claim(FactType.MONEY, ITEM))));
    }

    /// @param others properties that may be compared with
    private Claim claim(FactType type, List<EventType.Property> others) {
        if (random.nextInt(8) == 0) {
            return new Claim.Known();
        }
        List<String> alike = others.stream()
                .filter(other -> other.type() == type)
                .map(EventType.Property::name)
                .toList();
        if (type.isOrdered() && !alike.isEmpty() && random.nextInt(5) == 0) {
            return new Claim.Compare(pick(List.of(Operator.values())), new Operand.Property(pick(alike)));
        }
        return switch (type) {
            case LIST ->
                random.nextBoolean()
                        ? new Claim.Holds(
                                pick(List.of(Filter.Quantifier.values())), some(() -> constant(FactType.TEXT)))
                        : new Claim.Size(pick(List.of(Operator.values())), random.nextInt(3));
            case PLACE -> new Claim.Near(40.4, -3.7, pick(List.of(1.0, 50.0, 600.0)));
            case TEXT ->
                random.nextInt(3) == 0
                        ? new Claim.Text(
                                pick(List.of(Claim.Match.values())), pick(List.of("a", "ap", "^a.*p$", "[eo]b")))
                        : plain(type);
            case DATE, INSTANT -> random.nextBoolean() ? time(type, false) : plain(type);
            case NUMBER, MONEY, COUNT, SHARE, DAYS ->
                random.nextInt(6) == 0
                        ? new Claim.Compare(
                                pick(List.of(Operator.values())),
                                new Operand.Of(
                                        random.nextBoolean() ? Measure.Fact.of("points") : Measure.Fact.of("balance"),
                                        new BigDecimal(pick(List.of("1", "1.5", "0.5")))))
                        : plain(type);
            case FLAG -> plain(type);
        };
    }

    private Claim plain(FactType type) {
        boolean ordered = type.isOrdered();
        return switch (random.nextInt(5)) {
            case 0 -> new Claim.In(some(() -> constant(type)));
            case 1 -> {
                List<String> bounds = java.util.stream.Stream.of(constant(type), constant(type))
                        .sorted((a, b) -> FactType.order(
                                type.constant(a).orElseThrow(), type.constant(b).orElseThrow()))
                        .toList();
                yield ordered
                        ? new Claim.Between(bounds.getFirst(), bounds.getLast())
                        : new Claim.Compare(Operator.IS_NOT, new Operand.Constant(bounds.getFirst()));
            }
            default ->
                new Claim.Compare(
                        ordered ? pick(List.of(Operator.values())) : pick(List.of(Operator.IS, Operator.IS_NOT)),
                        new Operand.Constant(constant(type)));
        };
    }

    private Claim time(FactType type, boolean order) {
        return switch (random.nextInt(type == FactType.INSTANT ? 7 : 5)) {
            case 0 -> new Claim.When(window());
            case 1 -> new Claim.Weekdays(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
            case 2 -> new Claim.Months(Set.of(pick(List.of(Month.MARCH, Month.OCTOBER, Month.FEBRUARY))));
            case 3 -> new Claim.Days(List.of(pick(List.of("02-29", "03-31", "2024-03-31", "10-27"))));
            case 4 -> new Claim.Anniversary(pick(List.of(0, 1, 7)));
            case 5 -> new Claim.Hours(LocalTime.of(20, 0), pick(List.of(LocalTime.MIDNIGHT, LocalTime.of(2, 30))));
            default ->
                order
                        ? new Claim.Before(pick(List.of("deadline", "due_on")), new Span(24, Span.Unit.HOUR))
                        : new Claim.Hours(LocalTime.of(2, 0), LocalTime.of(3, 0));
        };
    }

    private String constant(FactType type) {
        return switch (type) {
            case FLAG -> pick(List.of("true", "false"));
            case MONEY -> pick(List.of("0", "10", "12.5", "25", "99.99", "-5"));
            case COUNT -> Integer.toString(random.nextInt(5));
            case SHARE -> pick(List.of("0", "50 %", "100 %", "0.25", "33 %"));
            case DAYS, NUMBER -> pick(List.of("0", "0.5", "1", "2", "7", "30", "24"));
            case TEXT -> pick(List.of("web", "app", "store", "a", "baby", "home"));
            case DATE -> pick(List.of("2024-02-29", "2024-03-31", "2023-03-31", "2024-04-01"));
            case INSTANT -> pick(List.of("2024-03-31T01:00:00Z", "2024-03-30T23:00:00Z", "2024-02-29T12:00:00+01:00"));
            case LIST, PLACE -> throw new IllegalArgumentException("no constants: " + type);
        };
    }

    private List<String> sources() {
        return random.nextInt(4) == 0 ? List.of(pick(List.of("zero_party", "observed"))) : List.of();
    }

    private Moment moment() {
        return switch (random.nextInt(5)) {
            case 0 -> new Moment.Ago(span());
            case 1 -> new Moment.On(LocalDate.parse(pick(List.of("2024-02-29", "2024-03-30", "2024-03-31"))));
            default -> new Moment.Now();
        };
    }

    Span span() {
        return pick(List.of(
                new Span(1, Span.Unit.DAY),
                new Span(7, Span.Unit.DAY),
                new Span(30, Span.Unit.DAY),
                new Span(24, Span.Unit.HOUR),
                new Span(1, Span.Unit.MONTH),
                new Span(90, Span.Unit.DAY),
                new Span(1, Span.Unit.YEAR)));
    }

    private Span.Unit period() {
        return pick(List.of(Span.Unit.DAY, Span.Unit.WEEK, Span.Unit.MONTH));
    }

    /// A window of what has happened.
    Window past() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> new Window.Always();
            case 2, 3 -> new Window.Last(span());
            case 4 ->
                new Window.Ago(
                        new Span(90, Span.Unit.DAY),
                        pick(List.of(new Span(30, Span.Unit.DAY), new Span(1, Span.Unit.MONTH))));
            case 5 ->
                new Window.Calendar(
                        pick(List.of(
                                Span.Unit.DAY, Span.Unit.WEEK, Span.Unit.MONTH, Span.Unit.QUARTER, Span.Unit.YEAR)),
                        random.nextInt(1, 4),
                        random.nextInt(0, 3));
            default ->
                random.nextBoolean()
                        ? new Window.Before(span())
                        : new Window.Dates(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 31));
        };
    }

    private Window window() {
        return switch (random.nextInt(8)) {
            case 0 -> new Window.Next(span());
            case 1 -> new Window.Beyond(span());
            case 2 -> new Window.Calendar(Span.Unit.MONTH, 1, -1);
            default -> past();
        };
    }

    private BigDecimal share() {
        return new BigDecimal(pick(List.of("0.1", "0.25", "0.5", "1", "0.333333", "0.9")));
    }

    <T> List<T> some(Supplier<T> supplier) {
        List<T> some = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            some.add(supplier.get());
        }
        return some;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
