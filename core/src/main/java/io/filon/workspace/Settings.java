package io.filon.workspace;

import static io.filon.problem.Require.require;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A company's settings, `filon.yaml`. Whatever it does not say has the default of [#defaults()].
///
/// @param name      of the company, shown on reports
/// @param currency  ISO code, or `auto`: as seen in the files, else EUR
/// @param zone      time zone of the company's days, `Europe/Madrid`, or `auto`: UTC
/// @param language  of reports, `es-ES`
/// @param purchase  when an order counts as a purchase
/// @param unit      whose value is counted
/// @param errorRate share of findings of one family that may be false, 0..1
/// @param taxes     whether prices contain VAT where files do not say
/// @param stars     who is a star customer
/// @param costs     what is assumed where files state no cost
/// @param engine    how much of the machine may be used
/// @param priceIndex prices by month (`2024-03`) or year (`2024`), any scale; with it money of different days is
///     compared in the prices of the run's date. Empty: compared as it is
/// @param fixedTraits facts about customers that do not change with what they buy, by the name a file gives them
///     (capitals, accents and signs do not matter); others without a date are shown and not used as evidence
/// @param segments  who owns a customer, when a segment can be acted on, how often an alert may be false
/// @param behaviour how visits are told apart
/// @param serving   what serving a customer costs that no file tells
/// @param niches    how niches are looked for and compared
/// @param priorities with which budget and against what contacts are ranked
/// @param textService who may say drafts of messages in other words; nobody by default
public record Settings(
        String name,
        String currency,
        String zone,
        String language,
        Purchase purchase,
        Unit unit,
        double errorRate,
        Taxes taxes,
        Stars stars,
        Costs costs,
        Engine engine,
        Map<String, Double> priceIndex,
        List<String> fixedTraits,
        Segments segments,
        Behaviour behaviour,
        Serving serving,
        Niches niches,
        Priorities priorities,
        TextService textService) {

    public Settings {
        priceIndex = Map.copyOf(priceIndex);
        fixedTraits = List.copyOf(fixedTraits);
    }

    /// With segments and behaviour as they are by default.
    public Settings(
            String name,
            String currency,
            String zone,
            String language,
            Purchase purchase,
            Unit unit,
            double errorRate,
            Taxes taxes,
            Stars stars,
            Costs costs,
            Engine engine,
            Map<String, Double> priceIndex,
            List<String> fixedTraits) {
        this(
                name,
                currency,
                zone,
                language,
                purchase,
                unit,
                errorRate,
                taxes,
                stars,
                costs,
                engine,
                priceIndex,
                fixedTraits,
                Segments.USUAL,
                Behaviour.USUAL,
                Serving.UNDECLARED,
                Niches.USUAL,
                Priorities.USUAL,
                TextService.NONE);
    }

    public enum Purchase {
        /// Every order that was not cancelled, refused or refunded, and of which no file says that it is unpaid.
        CREATED,
        /// The same, unpaid ones too.
        PLACED,
        PAID,
        DELIVERED
    }

    public enum Unit {
        PERSON,
        ACCOUNT
    }

    /// A value nobody stated, with the range it may lie in.
    public record Range(double value, double low, double high) {
        public Range {
            require(low <= value && value <= high, "value %s must lie between low %s and high %s", value, low, high);
        }
    }

    /// @param pricesInclude whether amounts contain VAT when no file states the tax
    /// @param rate          0..1, used only when `pricesInclude`
    public record Taxes(boolean pricesInclude, Range rate) {}

    /// @param topShare   0..1 of the customers present for the whole window
    /// @param windowDays length of the window that ends at `as_of`
    /// @param minOrders  in the window, asked where customers of this business usually reorder
    public record Stars(double topShare, int windowDays, int minOrders) {}

    /// Used only where the files show the activity and not its cost. Money in the workspace currency.
    ///
    /// @param productMarginShare   of net sales, where no file states product cost or profit
    /// @param paymentFeeShare      of the amount paid, where a payment method is stated and no fee
    /// @param shippingCostPerOrder where something was sent and no file states what it cost
    /// @param returnHandlingCost   per return
    /// @param serviceCostPerHour   of help-desk work
    /// @param minutesPerTicket     where no handling time is stated
    /// @param contactCost          per message sent
    public record Costs(
            Range productMarginShare,
            Range paymentFeeShare,
            Range shippingCostPerOrder,
            Range returnHandlingCost,
            Range serviceCostPerHour,
            Range minutesPerTicket,
            Range contactCost) {}

    /// @param memory  as DuckDB writes it, `4GB`; empty for its default
    /// @param threads 0 for one a core
    public record Engine(String memory, int threads) {}

    /// @param order            keys or names of segments: a customer in several belongs to the first. Empty: the
    ///     company's own in order of their files, then the stages of the lifecycle
    /// @param smallest         customers a segment needs to be acted on
    /// @param stableMonths     how long it must have been about as large; 0 does not ask
    /// @param falseAlarmsYearly alerts a year, of all segments together, that may be chance
    /// @param platformMinimums customers an advertising platform wants in a list
    public record Segments(
            List<String> order, int smallest, int stableMonths, double falseAlarmsYearly, Minimums platformMinimums) {

        static final Segments USUAL = new Segments(List.of(), 30, 3, 1, new Minimums(100, 1000, 300, 1000));

        public Segments {
            order = List.copyOf(order);
            require(smallest >= 1, "segments.smallest (%d) must be 1 or more", smallest);
            require(stableMonths >= 0, "segments.stable_months (%d) must not be negative", stableMonths);
            require(
                    falseAlarmsYearly > 0 && falseAlarmsYearly <= 50,
                    "segments.false_alarms_yearly (%s) must be over 0 and at most 50",
                    falseAlarmsYearly);
        }
    }

    /// Costs that only the company knows: nothing until it declares them. Money in the workspace currency.
    ///
    /// @param negativeReviewCost   of a review of two stars in five or less
    /// @param customRequestCost    of an event of the name below
    /// @param customRequestEvent   the event's name; empty when there is none
    /// @param staffMinutesPerOrder beyond the help desk, paid as it is
    /// @param badDebtShare         of sales that is never paid, 0..1
    /// @param paymentDays          customers take to pay
    /// @param capitalCostYearly    what money costs a year, 0..1
    /// @param capacityCostPerOrder what the place of an order would earn with another customer
    public record Serving(
            double negativeReviewCost,
            double customRequestCost,
            String customRequestEvent,
            double staffMinutesPerOrder,
            double badDebtShare,
            double paymentDays,
            double capitalCostYearly,
            double capacityCostPerOrder) {

        static final Serving UNDECLARED = new Serving(0, 0, "", 0, 0, 0, 0, 0);

        public Serving {
            for (double cost : new double[] {
                negativeReviewCost,
                customRequestCost,
                staffMinutesPerOrder,
                badDebtShare,
                paymentDays,
                capitalCostYearly,
                capacityCostPerOrder
            }) {
                require(cost >= 0, "serving costs (%s) must not be negative", cost);
            }
            require(badDebtShare <= 1, "serving.bad_debt_share (%s) must be 0..1", badDebtShare);
        }
    }

    /// A service that writes texts. Only a draft for a group and the sentences it rests on are sent; what comes back is
    /// judged like any text.
    ///
    /// @param address        `https://…`, or `http://localhost…`; empty: none, nothing is sent
    /// @param keyFrom        name of the environment variable that holds the key; empty: none is sent
    /// @param timeoutSeconds after which the draft stays
    /// @param mostBytes      of an answer
    public record TextService(String address, String keyFrom, int timeoutSeconds, int mostBytes) {

        public static final TextService NONE = new TextService("", "", 20, 65_536);

        public TextService {
            require(
                    timeoutSeconds >= 1 && timeoutSeconds <= 300,
                    "text_service.timeout_seconds (%d) must be 1 to 300",
                    timeoutSeconds);
            require(mostBytes >= 1024, "text_service.most_bytes (%d) must be 1024 or more", mostBytes);
        }

        public boolean configured() {
            return !address.isBlank();
        }
    }

    /// Customers with an e-mail or telephone that a platform wants before it takes a list.
    public record Minimums(int meta, int google, int linkedin, int tiktok) {}

    /// @param sessionGapMinutes pause after which a visitor begins another session
    public record Behaviour(int sessionGapMinutes) {

        static final Behaviour USUAL = new Behaviour(30);

        public Behaviour {
            require(
                    sessionGapMinutes >= 1 && sessionGapMinutes <= 1440,
                    "behaviour.session_gap_minutes (%d) must be 1 to 1440",
                    sessionGapMinutes);
        }
    }

    /// What `filon priorities` asks unless its options say otherwise. Money in the workspace currency.
    ///
    /// @param budget        to share out; 0: nothing to spend; null: as far as the next euro should earn something
    /// @param answerDays    days after a contact within which an order is its answer: the horizon of every return
    /// @param priorContacts contacts that the method's figures are worth
    /// @param controlShare  0..1 of each segment left without contact
    /// @param contactCosts  by segment, what a contact costs
    /// @param fixedCosts    by segment, what has to be paid before the first contact
    public record Priorities(
            @Nullable Double budget,
            int answerDays,
            int priorContacts,
            double controlShare,
            Map<String, Double> contactCosts,
            Map<String, Double> fixedCosts) {

        public static final Priorities USUAL = new Priorities(null, 14, 200, 0.10, Map.of(), Map.of());

        public Priorities {
            if (budget != null) {
                require(budget >= 0, "priorities.budget (%s) must not be negative", budget);
            }
            require(answerDays >= 1 && answerDays <= 365, "priorities.answer_days (%d) must be 1 to 365", answerDays);
            require(priorContacts >= 1, "priorities.prior_contacts (%d) must be 1 or more", priorContacts);
            require(
                    controlShare >= 0 && controlShare <= 0.9,
                    "priorities.control_share (%s) must be 0 to 0.9",
                    controlShare);
            contactCosts.forEach((segment, cost) ->
                    require(cost > 0, "priorities.contact_costs.%s (%s) must be over 0", segment, cost));
            fixedCosts.forEach((segment, cost) ->
                    require(cost >= 0, "priorities.fixed_costs.%s (%s) must not be negative", segment, cost));
            contactCosts = Map.copyOf(contactCosts);
            fixedCosts = Map.copyOf(fixedCosts);
        }
    }

    /// @param smallest    customers from which on a group is a niche
    /// @param equalWithin money nearer than this part of the best counts as equal, and the score decides, 0..1
    /// @param nextTo      how much more is won in the same time beside an alike niche already won: assumed
    /// @param pathMonths  over which the order of niches is planned
    /// @param weights     of the score; only what they are to one another matters
    public record Niches(int smallest, double equalWithin, double nextTo, int pathMonths, Weights weights) {

        static final Niches USUAL =
                new Niches(30, 0.10, 0.5, 36, new Weights(0.20, 0.10, 0.15, 0.10, 0.10, 0.10, 0.05, 0.10, 0.10));

        public Niches {
            require(smallest >= 2, "niches.smallest (%d) must be 2 or more", smallest);
            require(equalWithin >= 0 && equalWithin < 1, "niches.equal_within (%s) must be 0 to 1", equalWithin);
            require(nextTo >= 0, "niches.next_to (%s) must not be negative", nextTo);
            require(pathMonths >= 1 && pathMonths <= 240, "niches.path_months (%d) must be 1 to 240", pathMonths);
        }
    }

    /// What counts how much when niches are scored, each 0 or more.
    public record Weights(
            double value,
            double size,
            double winRate,
            double payback,
            double retention,
            double referral,
            double service,
            double job,
            double effort) {

        public Weights {
            for (double weight :
                    new double[] {value, size, winRate, payback, retention, referral, service, job, effort}) {
                require(weight >= 0, "niches.weights (%s) must not be negative", weight);
            }
            require(
                    value + size + winRate + payback + retention + referral + service + job + effort > 0,
                    "one of niches.weights must be over %d",
                    0);
        }
    }

    public static Settings defaults() {
        return new Settings(
                "",
                "auto",
                "auto",
                "es-ES",
                Purchase.CREATED,
                Unit.PERSON,
                0.05,
                new Taxes(false, new Range(0.21, 0.04, 0.21)),
                new Stars(0.10, 365, 2),
                new Costs(
                        new Range(0.40, 0.25, 0.55),
                        new Range(0.015, 0.008, 0.03),
                        new Range(5.0, 3.5, 7.5),
                        new Range(6.0, 3.0, 10.0),
                        new Range(20.0, 14.0, 30.0),
                        new Range(8.0, 4.0, 15.0),
                        new Range(0.01, 0.002, 0.05)),
                new Engine("", 0),
                Map.of(),
                List.of(
                        "profesion",
                        "profession",
                        "ocupacion",
                        "occupation",
                        "estudios",
                        "education",
                        "sector",
                        "industry",
                        "entorno",
                        "zona",
                        "zone",
                        "area"));
    }
}
