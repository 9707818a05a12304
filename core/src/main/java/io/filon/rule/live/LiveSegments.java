package io.filon.rule.live;

import static io.filon.problem.Require.require;

import io.filon.rule.EventType;
import io.filon.rule.Range;
import io.filon.rule.live.log.Kind;
import io.filon.rule.live.log.Layout;
import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Micros;
import io.filon.rule.reference.History;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
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
    private final Layout layout;
    private final LogWriter writer;
    private final LogView view;
    private final HistorySource source;
    private final Consumer<Change> changes;
    private final Map<String, Customer> customers = new HashMap<>();
    private final Wakes wakes = new Wakes();
    private long now = Long.MIN_VALUE;

    /// @param changes told of each entry and exit, in order of time
    public LiveSegments(LiveRules rules, HistorySource source, Consumer<Change> changes) {
        this.rules = rules;
        this.numbers = rules.numberOfRule();
        this.reach = rules.reach();
        this.layout = rules.layout();
        this.writer = new LogWriter(rules);
        this.view = new LogView(layout, rules.brand());
        this.source = source;
        this.changes = changes;
    }

    /// Takes a customer into the base, with all that is known of them; nothing happens when already in it.
    public void add(String customerId, Instant now) {
        advance(now);
        if (!customers.containsKey(customerId)) {
            customer(customerId);
        }
    }

    /// Something has arrived that the customer did; [HistorySource] has it already.
    ///
    /// @param now when it arrived; never earlier than before
    public void accept(String customerId, History.Event event, Instant now) {
        advance(now);
        boolean kept = reach.keepsEvent(event.name());
        Kind kind = layout.kinds().get(event.name());
        boolean corrects = reach.correcting.containsKey(event.name());
        Customer customer = customers.get(customerId);
        if (customer == null) {
            customer(customerId);
            return;
        }
        if (!kept && kind == null && !corrects) {
            return;
        }
        long occurred = Micros.of(event.occurred());
        long oldest = this.now - LATE_DAYS * Micros.DAY;
        if (occurred < oldest || corrects || isCorrected(customer, event)) {
            reread(customer, Change.Reason.EVENT, event.id());
            return;
        }
        if (!customer.recent.add(event.id(), occurred, oldest)) {
            return;
        }
        long[] asked = reach.none();
        if (kept) {
            customer.keep(event);
            reach.addEvent(event.name(), asked);
        }
        if (kind != null) {
            writer.write(customer, kind, event, event, this.now, asked);
        }
        ask(customer, asked, Change.Reason.EVENT, event.id());
    }

    /// A fact has been stated; [HistorySource] has it already.
    public void accept(String customerId, History.Stated fact, Instant now) {
        advance(now);
        Customer customer = customers.get(customerId);
        if (customer == null) {
            customer(customerId);
        } else if (reach.keepsFact(fact.fact())) {
            customer.keep(fact);
            long[] asked = reach.none();
            reach.addFact(fact.fact(), asked);
            ask(customer, asked, Change.Reason.FACT, fact.fact());
        }
    }

    /// A membership of another segment has been recorded, or has ended: the same segment from the same instant.
    public void accept(String customerId, History.Membership membership, Instant now) {
        advance(now);
        Customer customer = customers.get(customerId);
        if (customer == null) {
            customer(customerId);
        } else if (reach.keepsMemberships()) {
            customer.keep(membership);
            ask(customer, reach.ofMemberships, Change.Reason.MEMBERSHIP, membership.segment());
        }
    }

    /// Lets time pass: whoever enters or leaves by it does so at the instant itself, in order.
    public void advance(Instant until) {
        long end = Micros.of(until);
        require(end >= now, "time (%s) must not go back", until);
        while (wakes.next() <= end) {
            Customer customer = wakes.first();
            now = Math.max(now, customer.wakeAt);
            if (customer.rereadAt <= now) {
                reread(customer, Change.Reason.TIME, "");
            } else {
                long[] asked = reach.none();
                for (int i = 0; i < customer.until.length; i++) {
                    if (customer.until[i] <= now) {
                        Customer.set(asked, i, true);
                    }
                }
                ask(customer, asked, Change.Reason.TIME, "");
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
        Customer customer = Objects.requireNonNull(customers.get(customerId), customerId);
        Integer number = Objects.requireNonNull(numbers.get(rule), rule);
        Logic logic = rules.rules().get(number).logic();
        return new Answer(
                Customer.bit(customer.member, number), instant(Math.min(logic.until(customer), customer.rereadAt)));
    }

    int size() {
        return customers.size();
    }

    private static Instant instant(long micros) {
        return micros == Micros.NEVER ? Range.FOREVER : Micros.instant(micros);
    }

    private void customer(String customerId) {
        Customer customer = new Customer(
                customerId, rules.brand(), rules.leaves().size(), rules.rules().size());
        customers.put(customerId, customer);
        reread(customer, Change.Reason.NEW, "");
    }

    /// Whether something that came before takes it back.
    private boolean isCorrected(Customer customer, History.Event event) {
        if (customer.corrections.isEmpty()) {
            return false;
        }
        for (Map.Entry<String, EventType.Correction> by :
                reach.net.getOrDefault(event.name(), Map.of()).entrySet()) {
            Object key = event.properties().get(by.getValue().key());
            if (key != null && customer.corrections.contains(List.of(by.getKey(), key))) {
                return true;
            }
        }
        return false;
    }

    private void reread(Customer customer, Change.Reason reason, String detail) {
        History history = source.history(customer.id);
        customer.forget();
        customer.zone = history.zone().isEmpty() ? rules.brand() : ZoneId.of(history.zone());
        history.facts().stream().filter(fact -> reach.keepsFact(fact.fact())).forEach(customer::keep);
        if (reach.keepsMemberships()) {
            history.memberships().forEach(customer::keep);
        }
        Set<String> seen = new HashSet<>();
        List<History.Event> events =
                history.events().stream().filter(event -> seen.add(event.id())).toList();
        long oldest = now - LATE_DAYS * Micros.DAY;
        for (History.Event event : events) {
            boolean matters = reach.keepsEvent(event.name())
                    || layout.kinds().containsKey(event.name())
                    || reach.correcting.containsKey(event.name());
            long occurred = Micros.of(event.occurred());
            if (matters && occurred >= oldest) {
                customer.recent.add(event.id(), occurred, oldest);
            }
            if (reach.keepsEvent(event.name())) {
                customer.keep(event);
            }
            correction(customer, event, occurred);
        }
        writer.writeAll(customer, history, events, now);
        ask(customer, reach.all, reason, detail);
    }

    private void correction(Customer customer, History.Event event, long occurred) {
        for (EventType.Correction correction : reach.correcting.getOrDefault(event.name(), Set.of())) {
            Object key = event.properties().get(correction.key());
            if (key != null) {
                customer.corrected(List.of(event.name(), key));
            }
            if (occurred > now) {
                customer.rereadAt = Math.min(customer.rereadAt, occurred);
            }
        }
    }

    private void ask(Customer customer, long[] asked, Change.Reason reason, String detail) {
        long[] touched = new long[customer.member.length];
        for (int plane = 0; plane < asked.length; plane++) {
            for (long left = asked[plane]; left != 0; left &= left - 1) {
                int number = 64 * plane + Long.numberOfTrailingZeros(left);
                Leaf.Held held = rules.leaves().get(number).held(customer, view, now);
                customer.until[number] = held.until();
                if (held.holds() != Customer.bit(customer.held, number) || reason == Change.Reason.NEW) {
                    Customer.set(customer.held, number, held.holds());
                    Reach.add(reach.rulesOf[number], touched);
                }
            }
        }
        long wake = customer.rereadAt;
        for (long until : customer.until) {
            wake = Math.min(wake, until);
        }
        wakes.move(customer, wake);
        if (reason == Change.Reason.NEW) {
            java.util.Arrays.fill(touched, -1L);
        }
        decide(customer, touched, reason, detail);
    }

    private void decide(Customer customer, long[] touched, Change.Reason reason, String detail) {
        for (int plane = 0; plane < touched.length; plane++) {
            for (long left = touched[plane]; left != 0; left &= left - 1) {
                int number = 64 * plane + Long.numberOfTrailingZeros(left);
                if (number >= rules.rules().size()) {
                    return;
                }
                LiveRules.Ready rule = rules.rules().get(number);
                boolean holds = rule.logic().holds(customer);
                if (holds != Customer.bit(customer.member, number)) {
                    Customer.set(customer.member, number, holds);
                    changes.accept(new Change(customer.id, rule.name(), holds, Micros.instant(now), reason, detail));
                }
            }
        }
    }
}
