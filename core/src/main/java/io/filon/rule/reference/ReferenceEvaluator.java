package io.filon.rule.reference;

import io.filon.rule.Condition;
import io.filon.rule.Measure;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The members of a rule in plain Java: what the rule means, written to be read. The other evaluators are tested
/// against it.
///
/// A rule is the set of customers for whom it holds, so `all` is an intersection, `any` a union and `not` everybody
/// else. Cost: one pass over every history per condition; what is relative to others is worked out once a rule.
public final class ReferenceEvaluator {

    private final List<History> base;
    private final ZoneId brand;

    /// @param base  everybody, each once: who is at the top depends on all of them
    /// @param brand the zone whose calendar counts where the person's own is not asked for
    public ReferenceEvaluator(List<History> base, ZoneId brand) {
        this.base = List.copyOf(base);
        this.brand = brand;
    }

    /// @return ids in the order of the customers given
    public List<String> members(CheckedRule rule, Instant now) {
        Set<String> members = new Asked(rule, now).members(rule.rule(), false);
        return base.stream().map(History::customerId).filter(members::contains).toList();
    }

    /// One rule at one instant. For one use by one thread.
    private final class Asked implements Others {

        private record Key(Measure measure, Rule among, boolean personal) {}

        private final CheckedRule checked;
        private final Instant now;
        private final Map<Key, Map<String, Object>> known = new HashMap<>();
        private final Map<Key, Set<String>> people = new HashMap<>();

        private Asked(CheckedRule checked, Instant now) {
            this.checked = checked;
            this.now = now.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        }

        private View view(History history, boolean personal) {
            ZoneId zone = personal ? history.knownZone().orElse(brand) : brand;
            return new View(history, now.atZone(zone), personal, checked, this);
        }

        /// @param personal whether the person's own clock counts
        private Set<String> members(Rule rule, boolean personal) {
            return switch (rule) {
                case Rule.Everyone() -> where(_ -> true);
                case Rule.All(List<Rule> rules) -> holding(rules, personal, held -> held == rules.size());
                case Rule.Any(List<Rule> rules) -> holding(rules, personal, held -> held >= 1);
                case Rule.ExactlyOne(List<Rule> rules) -> holding(rules, personal, held -> held == 1);
                case Rule.AtLeast(int count, List<Rule> rules) -> holding(rules, personal, held -> held >= count);
                case Rule.Not(Rule inner) -> {
                    Set<String> members = members(inner, personal);
                    yield where(history -> !members.contains(history.customerId()));
                }
                case Rule.Named(String _, Rule inner) -> members(inner, personal);
                case Rule.PersonTime(Rule inner) -> members(inner, true);
                case Condition.Top top -> top(top, personal);
                case Condition condition ->
                    where(history -> view(history, personal).holds(condition));
            };
        }

        private Set<String> where(Predicate<History> test) {
            Set<String> ids = new TreeSet<>();
            base.stream().filter(test).forEach(history -> ids.add(history.customerId()));
            return ids;
        }

        /// Those for whom as many of the rules hold as wanted.
        private Set<String> holding(List<Rule> rules, boolean personal, Predicate<Integer> wanted) {
            Map<String, Integer> held = new HashMap<>();
            rules.forEach(rule -> members(rule, personal).forEach(id -> held.merge(id, 1, Integer::sum)));
            return where(history -> wanted.test(held.getOrDefault(history.customerId(), 0)));
        }

        private Set<String> top(Condition.Top top, boolean personal) {
            Map<String, Object> values = values(top.measure(), top.among(), personal);
            boolean highest = top.side() == Condition.Side.HIGHEST;
            return where(history -> {
                Object own = values.get(history.customerId());
                if (own == null) {
                    return false;
                }
                long ahead = values.values().stream()
                        .filter(other -> highest ? Claims.order(other, own) > 0 : Claims.order(other, own) < 0)
                        .count();
                return within(ahead, top.share(), values.size())
                        || (within(ahead, top.keep(), values.size()) && wasMember(history));
            });
        }

        private static boolean within(long ahead, BigDecimal share, int n) {
            return BigDecimal.valueOf(ahead).compareTo(share.multiply(BigDecimal.valueOf(n))) < 0;
        }

        /// Recorded as a member of this very segment just before now.
        private boolean wasMember(History history) {
            return history.memberships().stream()
                    .anyMatch(member -> member.segment().equals(checked.name())
                            && member.from().isBefore(now)
                            && !member.end().isBefore(now));
        }

        @Override
        public Map<String, Object> values(Measure measure, Rule among, boolean personal) {
            Key key = new Key(measure, among, personal);
            Map<String, Object> found = known.get(key);
            if (found == null) {
                Map<String, Object> values = new LinkedHashMap<>();
                Set<String> members = members(among, personal);
                for (History history : base) {
                    if (members.contains(history.customerId())) {
                        view(history, personal)
                                .value(measure)
                                .ifPresent(value -> values.put(history.customerId(), value));
                    }
                }
                found = values;
                known.put(key, found);
            }
            return found;
        }

        @Override
        public long ofAccount(String account, Rule rule, boolean personal) {
            Key key = new Key(new Measure.SegmentCount(), rule, personal);
            Set<String> members = people.get(key);
            if (members == null) {
                members = members(rule, personal);
                people.put(key, members);
            }
            Set<String> all = members;
            return base.stream()
                    .filter(history -> history.account().equals(account) && all.contains(history.customerId()))
                    .count();
        }
    }
}
