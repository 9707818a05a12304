package io.filon.intake.infer;

import io.filon.intake.file.RawTable;
import io.filon.intake.infer.amount.SameHeaders;
import io.filon.intake.infer.key.LeadingZeros;
import io.filon.intake.infer.key.OrderNumbers;
import io.filon.intake.infer.words.ExchangeRates;
import io.filon.intake.infer.words.StatusWords;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Link;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.DateParts;
import io.filon.intake.profile.Formats;
import io.filon.intake.profile.Profiler;
import io.filon.intake.profile.TwoSides;
import io.filon.intake.recipe.Recipes;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.store.SideBySide;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Understands all files of a company together: what each is, what each column means and how it is read, and how the
/// files point into one another.
///
/// Looks at a sample of each file's rows; asks all rows only where one odd row would change the answer (which of two
/// numbers is the day, whether a key is unique). The same files give the same plan in whatever order columns stand.
public final class Understanding {

    /// What is known before any file is seen: header words, status words and known exports. Reading it takes a
    /// moment, so it may be done by another thread while files are read.
    public static final class Knowledge {

        private final Lexicon lexicon = Lexicon.load();
        private final StatusWords words = new StatusWords();
        private final Statuses statuses = new Statuses(words);
        private final Recipes recipes = Recipes.load();

        private Knowledge() {}

        public static Knowledge load() {
            return new Knowledge();
        }
    }

    private final Store store;
    private final Keys keys;
    private final Knowledge known;
    private final List<Doubt> doubts = new ArrayList<>();

    private Understanding(Store store, Knowledge known) {
        this.store = store;
        this.keys = new Keys(store);
        this.known = known;
    }

    /// As [#plan(Store, List, Corrections, Knowledge)], reading what is known first.
    public static Plan plan(Store store, List<RawTable> tables, Corrections corrections) {
        return plan(store, tables, corrections, Knowledge.load());
    }

    /// @param tables in the order given; the plan keeps it
    /// @throws FilonException when a correction names something unknown, nothing can be used or a date is
    /// missing
    public static Plan plan(Store store, List<RawTable> tables, Corrections corrections, Knowledge known) {
        List<RawTable> whole = tables.stream()
                .map(raw -> TwoSides.together(store, DateParts.together(store, raw)))
                .toList();
        Corrections said = corrections.among(whole);
        said.check(whole);
        if (whole.isEmpty()) {
            throw new FilonException(List.of(Problem.of("plan.no_files")));
        }
        return new Understanding(store, known).plan(whole, said);
    }

    private Plan plan(List<RawTable> tables, Corrections corrections) {
        Guess guess = new Guess(known.lexicon, known.words, known.recipes, corrections);
        Joins joins = new Joins(keys, known.lexicon);
        RowKinds rowKinds = new RowKinds(store, known.lexicon, doubts);
        List<Draft> drafts = alone(tables, corrections, guess);
        together(drafts, guess, joins, rowKinds);
        List<Joins.Found> links = new ArrayList<>(rowKinds.lists(drafts, keys));
        links.addAll(joins.find(drafts));
        Leftovers leftovers = new Leftovers(store, known.lexicon, doubts);
        drafts.forEach(leftovers::settle);
        OrderDays days = new OrderDays(known.lexicon, drafts, links);
        days.settle();
        Currency.settle(store, drafts, links);
        Refusals.check(known.lexicon, drafts, links);
        Formats formats = new Formats(store);
        drafts.forEach(draft -> formats.learn(draft.raw, draft.profiles, draft.roles()));
        List<String> nobody =
                drafts.stream().flatMap(draft -> keys.nobody(draft).stream()).toList();
        List<FilePlan> files =
                drafts.stream().map(draft -> file(draft, formats, nobody)).toList();
        List<Link> planned = links.stream().map(link -> link(files, link)).toList();
        doubts.removeIf(doubt -> Settling.NO_CUSTOMER.contains(doubt.code()) && elsewhere(doubt, files, planned));
        doubts.addAll(Doubts.of(store, drafts, files, planned));
        doubts.addAll(days.doubts());
        Currency currency = Currency.of(files, drafts, doubts);
        return new Plan(directed(files, drafts, currency), planned, doubts, currency.code(), currency.stated());
    }

    /// The files, once exchange rates are known to be of the company's currency or into it.
    private List<FilePlan> directed(List<FilePlan> files, List<Draft> drafts, Currency currency) {
        drafts.stream()
                .filter(draft -> draft.kind == Kind.RATES)
                .forEach(draft -> doubts.addAll(ExchangeRates.direct(store, draft, currency.code())));
        return IntStream.range(0, files.size())
                .mapToObj(at -> files.get(at).set(drafts.get(at).settings))
                .toList();
    }

    /// Whether a file that does not say who bought is told by one it points into, or by one that points further.
    private static boolean elsewhere(Doubt doubt, List<FilePlan> files, List<Link> links) {
        return links.stream()
                .filter(link -> files.get(link.from()).raw().file().equals(doubt.file()))
                .anyMatch(link -> names(link)
                        || links.stream().anyMatch(further -> further.from() == link.to() && names(further)));
    }

    private static boolean names(Link link) {
        return link.borrowed().stream()
                .anyMatch(column -> column.role() == Role.CUSTOMER_ID || column.role() == Role.EMAIL);
    }

    /// What each file is by itself.
    private List<Draft> alone(List<RawTable> tables, Corrections corrections, Guess guess) {
        List<Draft> drafts = new ArrayList<>();
        Map<RawTable, List<ColumnProfile>> profiles = profiles(tables);
        doubts.addAll(new OrderNumbers(store, known.lexicon, corrections::otherThanOrder).join(profiles));
        for (RawTable raw : tables) {
            drafts.add(alone(raw, Objects.requireNonNull(profiles.get(raw)), guess));
        }
        LeadingZeros zeros = new LeadingZeros(store);
        Optional<LeadingZeros.Numbers> padded = keys.padded(drafts, zeros);
        while (padded.isPresent()) {
            RawTable raw = padded.get().raw();
            zeros.leaveOut(padded.get());
            doubts.add(
                    new Doubt("leading_zeros", raw.file(), padded.get().column().header(), 2, List.of()));
            drafts.set(tables.indexOf(raw), alone(raw, new Profiler(store).of(raw), guess));
            padded = keys.padded(drafts, zeros);
        }
        return drafts;
    }

    private Draft alone(RawTable raw, List<ColumnProfile> profiles, Guess guess) {
        Draft draft = new Draft(raw, profiles);
        draft.withinDay = OrderDays.withinDay(store, known.lexicon, draft);
        guess.fill(draft);
        if (draft.kind == Kind.RATES) {
            ExchangeRates.settle(draft);
        }
        return draft;
    }

    /// What the files say of one another, from kinds to columns to amounts: each step reads what those before it
    /// made.
    private void together(List<Draft> drafts, Guess guess, Joins joins, RowKinds rowKinds) {
        joins.priced(drafts, guess);
        joins.paid(drafts, guess);
        OrderDays.ofHeads(drafts, keys, known.lexicon);
        if (drafts.stream().anyMatch(draft -> draft.kind == Kind.ORDER_LINES && !draft.has(Role.ORDERED_AT))) {
            drafts.stream().filter(draft -> draft.kind == Kind.UNUSED).forEach(guess::heads);
        }
        OrderDays.ofLines(drafts, keys, known.lexicon, guess);
        Map<Draft, Map<String, String>> statuses = known.statuses.named(store, drafts);
        OrderFiles orders = new OrderFiles(store, keys, known.lexicon);
        orders.sameHeaders(drafts, guess);
        drafts.forEach(draft -> rowKinds.settle(draft, drafts, keys));
        drafts.forEach(draft -> orders.numbers(draft, doubts));
        drafts.forEach(orders::names);
        joins.pointedAt(drafts, guess);
        orders.heads(drafts, guess);
        orders.ownNumbers(drafts);
        orders.customers(drafts, guess);
        orders.members(drafts, guess);
        new SameSales(store, keys, known.lexicon, drafts, doubts).settle();
        orders.persons(drafts);
        orders.staff(drafts);
        Amounts amounts = new Amounts(store, doubts);
        for (Draft draft : drafts) {
            amounts.settle(draft);
            Settling.settle(draft, doubts);
            known.statuses.settle(store, draft, statuses.getOrDefault(draft, Map.of()), doubts);
        }
        Settling.visitors(drafts, doubts);
        for (Kind kind : List.of(Kind.ORDERS, Kind.ORDER_LINES)) {
            SameHeaders.agree(drafts.stream()
                    .filter(draft -> draft.kind == kind && draft.inferred())
                    .toList());
        }
    }

    private Map<RawTable, List<ColumnProfile>> profiles(List<RawTable> tables) {
        Map<RawTable, List<ColumnProfile>> profiles = new ConcurrentHashMap<>();
        SideBySide.run(
                store,
                tables.stream()
                        .sorted(Comparator.comparingLong(
                                raw -> -raw.rows() * raw.headers().size()))
                        .<Consumer<Store>>map(raw -> lane -> profiles.put(raw, new Profiler(lane).of(raw)))
                        .toList());
        return profiles;
    }

    private FilePlan file(Draft draft, Formats formats, List<String> nobody) {
        Formats.Decided decided = formats.of(draft.raw, draft.profiles, draft.roles());
        if (draft.kind != Kind.UNUSED) {
            doubts.addAll(decided.doubts());
        }
        List<ColumnPlan> columns = new ArrayList<>();
        for (ColumnProfile profile : draft.profiles) {
            int column = profile.index();
            Role role = draft.kind == Kind.UNUSED ? Role.IGNORED : draft.role(column);
            ValueFormat format = decided.formats().get(column);
            columns.add(new ColumnPlan(
                    column,
                    profile.header(),
                    role,
                    format,
                    profile.examples(),
                    draft.evidence(column),
                    Settling.placeholders(role, profile, nobody)));
        }
        return new FilePlan(
                draft.raw, draft.kind, draft.recipe, columns, draft.statuses, draft.settings, draft.synthesizeOrders);
    }

    private static Link link(List<FilePlan> files, Joins.Found found) {
        List<ColumnPlan> target = files.get(found.to()).columns();
        return new Link(
                found.from(),
                found.column(),
                found.to(),
                found.key(),
                found.borrowed().stream().map(target::get).toList(),
                found.overlap().matched(),
                found.overlap().orphans(),
                found.aliases());
    }
}
