package io.filon.rule.live;

import static io.filon.problem.Require.require;

import io.filon.rule.EventType;
import io.filon.rule.Range;
import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.clock.Wakes;
import io.filon.rule.live.log.Kind;
import io.filon.rule.live.log.LogView;
import io.filon.rule.reference.History;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/// Who is in which segment, kept up to date with each thing that happens and with nothing happening: people enter and
/// leave at the instant time makes them.
///
/// Event time decides. An event up to seven days late is put in its place; a later one, and one that takes back
/// another, has the customer's history read again. Answers are those of the reference on all that has arrived, at the
/// latest instant given. For one thread.
public final class LiveSegments {

    /// How late an event may be and still be put in its place.
    public static final long LATE_DAYS = 7;

    private final LiveRules rules;
    private final Map<String, Integer> numbers;
    private final Reach reach;
    private final LogWriter writer;
    private final LogView view;
    private final Leaf[] leaves;
    private final LiveRules.Ready[] decided;
    private final HistorySource source;
    private final Consumer<Change> changes;
    private final Customers customers = new Customers();
    private final Wakes wakes = new Wakes();
    private final Expected expected;
    private long now = Long.MIN_VALUE;

    /// The last one told to somebody, and as what.
    private long told = Micros.NEVER;

    private Instant moment = Instant.MAX;

    /// Used again for each thing that arrives: the conditions to ask, and the rules to decide.
    private final long[] asked;

    private final long[] touched;

    /// @param changes told of each entry and exit, in order of time
    public LiveSegments(LiveRules rules, HistorySource source, Consumer<Change> changes) {
        this.rules = rules;
        this.numbers = rules.numberOfRule();
        this.reach = rules.reach();
        this.leaves = rules.leaves().toArray(Leaf[]::new);
        this.decided = rules.rules().toArray(LiveRules.Ready[]::new);
        this.asked = reach.none();
        this.touched = new long[(rules.rules().size() + 63) / 64];
        this.writer = new LogWriter(rules);
        this.view = new LogView(rules.layout(), rules.brand());
        this.expected = new Expected(reach, customers, wakes);
        this.source = source;
        this.changes = changes;
    }

    /// Takes a customer into the base, with all that is known of them; nothing happens when already in it.
    public void add(String customerId, Instant now) {
        advance(now);
        if (customers.find(customerId) == null) {
            customer(customerId);
        }
    }

    /// Something has arrived that a customer did.
    ///
    /// @param now when it arrived
    public record Arrival(String customerId, History.Event event, Instant now) {}

    /// Takes what has arrived one after another, as a queue or a request hands it over: the same as each in its turn,
    /// and faster. When a history has to be read again, [HistorySource] may know the later ones already.
    public void accept(List<Arrival> arrivals) {
        for (int from = 0; from < arrivals.size(); from += Expected.ARRIVALS) {
            List<Arrival> next = arrivals.subList(from, Math.min(from + Expected.ARRIVALS, arrivals.size()));
            expected.fetch(next);
            next.forEach(arrival -> accept(arrival.customerId, arrival.event, arrival.now));
        }
    }

    /// Something has arrived that the customer did; [HistorySource] has it already.
    ///
    /// @param now when it arrived; never earlier than before
    public void accept(String customerId, History.Event event, Instant now) {
        advance(now);
        Customer customer = customers.find(customerId);
        if (customer == null) {
            customer(customerId);
            return;
        }
        Reach.Route route = reach.route(event.name());
        if (!route.matters()) {
            return;
        }
        long occurred = Micros.of(event.occurred());
        long oldest = this.now - LATE_DAYS * Micros.DAY;
        if (occurred < oldest || !route.corrects().isEmpty() || isCorrected(customer, event, route)) {
            reread(customer, Change.Reason.EVENT, event.id());
            return;
        }
        if (!customer.isNew(event.id(), occurred, oldest)) {
            return;
        }
        begin();
        if (route.kept()) {
            customer.whole().keep(event);
            Reach.add(route.asked(), asked);
        }
        Kind kind = route.kind();
        if (kind != null) {
            writer.write(customer, kind, event, event, this.now, asked);
        }
        ask(customer, Change.Reason.EVENT, event.id());
    }

    /// A fact has been stated; [HistorySource] has it already.
    public void accept(String customerId, History.Stated fact, Instant now) {
        advance(now);
        Customer customer = customers.find(customerId);
        if (customer == null) {
            customer(customerId);
        } else if (reach.keepsFact(fact.fact())) {
            customer.whole().keep(fact);
            begin();
            reach.addFact(fact.fact(), asked);
            ask(customer, Change.Reason.FACT, fact.fact());
        }
    }

    /// A membership of another segment has been recorded, or has ended: the same segment from the same instant.
    public void accept(String customerId, History.Membership membership, Instant now) {
        advance(now);
        Customer customer = customers.find(customerId);
        if (customer == null) {
            customer(customerId);
        } else if (reach.keepsMemberships()) {
            customer.whole().keep(membership);
            begin();
            Reach.add(reach.ofMemberships, asked);
            ask(customer, Change.Reason.MEMBERSHIP, membership.segment());
        }
    }

    /// Lets time pass: whoever enters or leaves by it does so at the instant itself, in order.
    public void advance(Instant until) {
        long end = Micros.of(until);
        require(end >= now, "time (%s) must not go back", until);
        while (wakes.next() <= end) {
            Customer customer = customers.get(wakes.first());
            now = Math.max(now, wakes.next());
            if (customer.rereadAt() <= now) {
                reread(customer, Change.Reason.TIME, "");
            } else {
                begin();
                view.of(customer, customer.zone, now); // comes from memory while what is due is found
                customer.due(now, asked);
                ask(customer, Change.Reason.TIME, "");
            }
        }
        now = end;
    }

    /// When something next changes by time alone; [Range#FOREVER] when nothing does.
    public Instant nextWake() {
        return instant(wakes.next());
    }

    /// The answer at the latest instant given.
    public Answer answer(String customerId, String rule) {
        Customer customer = Objects.requireNonNull(customers.find(customerId), customerId);
        Integer number = Objects.requireNonNull(numbers.get(rule), rule);
        Logic logic = rules.rules().get(number).logic();
        return new Answer(customer.isMember(number), instant(Math.min(logic.until(customer), customer.rereadAt())));
    }

    int size() {
        return customers.size();
    }

    private static Instant instant(long micros) {
        return micros == Micros.NEVER ? Range.FOREVER : Micros.instant(micros);
    }

    private void customer(String customerId) {
        Customer customer = new Customer(customerId, customers.size(), rules.brand(), leaves.length, decided.length);
        customers.add(customer);
        reread(customer, Change.Reason.NEW, "");
    }

    /// Whether something that came before takes it back.
    private static boolean isCorrected(Customer customer, History.Event event, Reach.Route route) {
        for (Map.Entry<String, EventType.Correction> by : route.net().entrySet()) {
            Object key = event.properties().get(by.getValue().key());
            if (key != null && customer.isCorrected(by.getKey(), key)) {
                return true;
            }
        }
        return false;
    }

    private void begin() {
        Arrays.fill(asked, 0);
    }

    private void reread(Customer customer, Change.Reason reason, String detail) {
        History history = source.history(customer.id);
        customer.forget();
        customer.zone = history.zone().isEmpty() ? rules.brand() : ZoneId.of(history.zone());
        for (History.Stated fact : history.facts()) {
            if (reach.keepsFact(fact.fact())) {
                customer.whole().keep(fact);
            }
        }
        if (reach.keepsMemberships()) {
            history.memberships().forEach(membership -> customer.whole().keep(membership));
        }
        Set<String> seen = new HashSet<>();
        List<History.Event> events =
                history.events().stream().filter(event -> seen.add(event.id())).toList();
        long oldest = now - LATE_DAYS * Micros.DAY;
        for (History.Event event : events) {
            Reach.Route route = reach.route(event.name());
            long occurred = Micros.of(event.occurred());
            if (route.matters() && occurred >= oldest) {
                customer.isNew(event.id(), occurred, oldest);
            }
            if (route.kept()) {
                customer.whole().keep(event);
            }
            correction(customer, event, occurred, route);
        }
        writer.writeAll(customer, history, events, now);
        System.arraycopy(reach.all, 0, asked, 0, asked.length);
        ask(customer, reason, detail);
    }

    private void correction(Customer customer, History.Event event, long occurred, Reach.Route route) {
        for (EventType.Correction correction : route.corrects()) {
            Object key = event.properties().get(correction.key());
            if (key != null) {
                customer.whole().corrected(event.name(), key);
            }
            if (occurred > now) {
                customer.whole().rereadAt(occurred);
            }
        }
    }

    /// Asks the conditions marked, and decides the rules of those that have turned.
    private void ask(Customer customer, Change.Reason reason, String detail) {
        Arrays.fill(touched, reason == Change.Reason.NEW ? -1L : 0L);
        view.of(customer, customer.zone, now);
        for (int plane = 0; plane < asked.length; plane++) {
            for (long left = asked[plane]; left != 0; left &= left - 1) {
                int number = 64 * plane + Long.numberOfTrailingZeros(left);
                boolean holds = leaves[number].holds(customer, view);
                if (customer.decide(number, holds, view.until())) {
                    Reach.add(reach.rulesOf[number], touched);
                }
            }
        }
        wakes.move(customer.number, customer.first());
        decide(customer, reason, detail);
    }

    private Instant moment() {
        if (told != now) {
            told = now;
            moment = Micros.instant(now);
        }
        return moment;
    }

    private void decide(Customer customer, Change.Reason reason, String detail) {
        for (int plane = 0; plane < touched.length; plane++) {
            for (long left = touched[plane]; left != 0; left &= left - 1) {
                int number = 64 * plane + Long.numberOfTrailingZeros(left);
                if (number >= decided.length) {
                    return;
                }
                LiveRules.Ready rule = decided[number];
                boolean holds = rule.logic().holds(customer);
                if (customer.member(number, holds)) {
                    changes.accept(new Change(customer.id, rule.name(), holds, moment(), reason, detail));
                }
            }
        }
    }
}
