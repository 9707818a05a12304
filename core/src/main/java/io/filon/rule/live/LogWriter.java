package io.filon.rule.live;

import io.filon.rule.Events;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.log.Candidates;
import io.filon.rule.live.log.Column;
import io.filon.rule.live.log.Kind;
import io.filon.rule.live.log.Layout;
import io.filon.rule.live.log.Matcher;
import io.filon.rule.reference.CustomerReading;
import io.filon.rule.reference.History;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes events into logs: asks each matcher that names one, once, and keeps what the columns want of it.
final class LogWriter {

    private final LiveRules rules;
    private final Layout layout;
    private final CheckedRule nothing;
    private final long[] words;

    LogWriter(LiveRules rules) {
        this.rules = rules;
        this.layout = rules.layout();
        this.nothing = CheckedRule.check(new Rule.Everyone(), rules.catalogue());
        this.words =
                new long[layout.ordered().stream().mapToInt(Kind::width).max().orElse(0)];
    }

    /// @param net   the event less what has been taken back of it; null when it does not count any more
    /// @param asked gains the conditions that may have changed by it
    void write(Customer customer, Kind kind, History.Event event, History.@Nullable Event net, long now, long[] asked) {
        kind.begin(Micros.of(event.occurred()), words);
        boolean any = false;
        Candidates candidates = kind.candidates();
        for (int i = 0; i < candidates.lists(); i++) {
            for (Matcher matcher : candidates.list(i, event, net)) {
                History.Event seen = matcher.key().gross() ? event : net;
                ZoneId zone = matcher.key().personal() ? customer.zone : rules.brand();
                if (seen != null && (matcher.word().whole() || matcher.matches(seen, zone))) {
                    any = true;
                    kind.pass(matcher, words);
                    Reach.add(rules.reach().ofMatcher[matcher.number()], asked);
                }
            }
        }
        if (!any) {
            return;
        }
        for (int i = 0; i < kind.values(); i++) {
            Column column = layout.columns().get(kind.column(i));
            History.Event seen = column.gross() ? event : net;
            words[i] = seen == null ? Column.MISSING : column.encode(seen, layout.words());
        }
        customer.insert(layout, words, kind.width(), now);
    }

    /// A whole history, each event once, by event time and then by arrival.
    void writeAll(Customer customer, History history, List<History.Event> events, long now) {
        Map<String, History.Event> net = net(history, events, now);
        long[] asked = rules.reach().none();
        events.stream()
                .filter(event -> layout.kinds().containsKey(event.name()))
                .sorted(Comparator.comparing(History.Event::occurred))
                .forEach(event -> {
                    boolean corrected = rules.reach().net.containsKey(event.name());
                    Kind kind = layout.kinds().get(event.name());
                    if (kind != null) {
                        write(customer, kind, event, corrected ? net.get(event.id()) : event, now, asked);
                    }
                });
    }

    /// What is left of each event that something may take back; of one that has not happened yet, what will be then.
    private Map<String, History.Event> net(History history, List<History.Event> events, long now) {
        Map<String, History.Event> net = new HashMap<>();
        for (String name : rules.reach().net.keySet()) {
            reading(history, now).events(Events.of(name)).forEach(event -> net.put(event.id(), event));
            events.stream()
                    .filter(event -> event.name().equals(name) && Micros.of(event.occurred()) > now)
                    .forEach(event -> reading(history, Micros.of(event.occurred())).events(Events.of(name)).stream()
                            .filter(left -> left.id().equals(event.id()))
                            .forEach(left -> net.put(left.id(), left)));
        }
        return net;
    }

    private CustomerReading reading(History history, long at) {
        return new CustomerReading(history, Micros.instant(at), rules.brand(), false, nothing);
    }
}
