package io.filon.discovery.lens;

import io.filon.discovery.confirm.Discovery;
import io.filon.discovery.confirm.Finding;
import io.filon.discovery.confirm.Findings;
import io.filon.discovery.confirm.Target;
import io.filon.discovery.confirm.Wanted;
import io.filon.discovery.search.Column;
import io.filon.progress.Progress;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds, among all rules over what was known of customers, the few groups that leave clearly more, or less, than the
/// others of their time; or says that nothing holds up and how many customers it would take.
///
/// Needs the tables of *value* and of [io.filon.discovery.apart]. The same tables give the same answer, on any number
/// of threads.
public final class HiddenSegments {

    private static final String JOBS = "jobs_before";

    private static final List<String> SCRIPTS =
            List.of("contacts", "lens_people", "lens_left_out", "contact_traits", "lens_numbers", JOBS);

    /// Customers looked at; of more, every n-th: what one of a hundred thousand cannot tell is not worth a segment.
    private static final int MOST_CUSTOMERS = 100_000;

    private static final int TOO_FEW = 50;

    /// Kept of each lens and side.
    private static final int KEPT = 12;

    /// Many thresholds only help a big base.
    private static final int FINE_FROM = 20_000;

    private static final int FINE = 16;
    private static final int COARSE = 8;

    private final Wanted asked;
    private final Progress progress;

    /// As the audit asks: everything set by the size of the base.
    public HiddenSegments(int threads, Progress progress) {
        this(new Wanted(false, 0, KEPT, 0, 0, threads, Wanted.HIGH.seed()), progress);
    }

    /// @param asked whose side is not read: both are looked at
    public HiddenSegments(Wanted asked, Progress progress) {
        this.asked = asked;
        this.progress = progress;
    }

    public void run(Store store) {
        people(store);
        HiddenAnswers answers = new HiddenAnswers(store);
        for (Lens lens : Lens.values()) {
            look(store, lens, answers);
        }
        answers.write();
    }

    /// Only who can be judged from which day, and what was known of each by then.
    public static void people(Store store) {
        boolean visited = store.tables().contains("session_jobs");
        scripts().stream()
                .filter(script -> visited || !script.name().equals(JOBS))
                .forEach(store::build);
        if (!visited) {
            store.run(Sql.of(
                    "create or replace table jobs_before (customer_id varchar, attribute varchar, value varchar)"));
        }
    }

    /// Every script of the stage, in the order they run.
    static List<Script> scripts() {
        return SCRIPTS.stream()
                .map(name -> Script.beside(HiddenSegments.class, name))
                .toList();
    }

    private void look(Store store, Lens lens, HiddenAnswers answers) {
        long customers = store.number(Sql.of("select count(*) from lens_people where lens = ?", lens.id()));
        Wanted wanted = wanted(false, (int) Math.min(customers, MOST_CUSTOMERS));
        LensBase base = new LensReader(store, lens, MOST_CUSTOMERS)
                .read(wanted.leastOf((int) Math.min(customers, MOST_CUSTOMERS)));
        if (customers < TOO_FEW || base.columns().isEmpty() || allEqual(base.compared())) {
            answers.nothingToCompare(lens, base, customers < TOO_FEW ? "few_customers" : "nothing_known");
            return;
        }
        List<Side> sides = new ArrayList<>();
        for (boolean low : new boolean[] {false, true}) {
            Findings found = new Discovery(
                            base.columns(),
                            Target.of(base.compared()),
                            base.keys(),
                            base.periods(),
                            wanted(low, base.net().length),
                            progress)
                    .confirmed();
            sides.add(new Side(low, found, groups(lens, base, found.findings())));
        }
        answers.found(lens, base, sides);
    }

    /// What one side of a lens gave.
    record Side(boolean low, Findings found, List<Group> groups) {

        /// As the tables have it.
        String name() {
            return low ? "low" : "high";
        }
    }

    /// A finding with how each condition can be acted on.
    ///
    /// @param wholes facts that only take whole numbers
    record Group(Finding finding, List<LensAttribute> attributes, List<Handle> handles, Set<String> wholes) {

        boolean whole(int condition) {
            return wholes.contains(attributes.get(condition).fact());
        }
    }

    private Wanted wanted(boolean low, int customers) {
        int bins = asked.bins() > 0 ? asked.bins() : customers < FINE_FROM ? COARSE : FINE;
        return new Wanted(
                low,
                asked.depth(),
                asked.top(),
                asked.minCustomers(),
                bins,
                asked.threads(),
                asked.seed(),
                asked.guard());
    }

    /// Whom to look for cannot be told by what nobody can be reached by alone.
    private static List<Group> groups(Lens lens, LensBase base, List<Finding> findings) {
        Map<String, LensAttribute> byFact = new HashMap<>();
        base.attributes().forEach(attribute -> byFact.put(attribute.fact(), attribute));
        Set<String> wholes = base.columns().stream()
                .filter(column -> column instanceof Column.Numbers numbers && numbers.whole())
                .map(Column::name)
                .collect(Collectors.toUnmodifiableSet());
        List<Group> groups = new ArrayList<>();
        for (Finding finding : findings) {
            List<LensAttribute> attributes = new ArrayList<>();
            List<Handle> handles = new ArrayList<>();
            finding.conditions().forEach(condition -> {
                LensAttribute attribute = byFact.get(condition.attribute());
                if (attribute == null) {
                    throw new IllegalStateException("no attribute " + condition.attribute());
                }
                attributes.add(attribute);
                handles.add(Handle.of(attribute, condition));
            });
            if (!lens.attracts() || Handle.best(handles) != Handle.NONE) {
                groups.add(new Group(finding, List.copyOf(attributes), List.copyOf(handles), wholes));
            }
        }
        return List.copyOf(groups);
    }

    private static boolean allEqual(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
