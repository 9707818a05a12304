package io.filon.fit;

import io.filon.problem.FilonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

// A lead still open is neither won nor lost. Where days are known, every lead is followed equally long: the days by
// which 95 of 100 closed leads had closed. Younger ones are left out, whatever became of them (a quick loss of a young
// cohort would count and its slow win would not); older ones not won by then count as not won. Where no day of closing
// is known open leads are left out, and the others say so.

/// Past leads of a flat file, with what each left.
///
/// @param outcome  column with how it ended
/// @param won      its values that mean won, compared without capitals and accents; empty: 1, yes, won and the
///     like;
/// `*`:
///     whatever is stated
/// @param open     values that mean neither; others than won are lost
/// @param amount   column with what was sold; empty when the data have no money
/// @param contact  column with the day of first contact; empty for the order of the file
/// @param closed   column with the day of closing; empty when not known
/// @param id       column that names a lead; empty for its row
/// @param worth    declared value of a win where there is no amount
public record PastLeads(
        String outcome,
        List<String> won,
        List<String> open,
        String amount,
        String contact,
        String closed,
        String id,
        double worth) {

    private static final Set<String> WON = Set.of(
            "1",
            "yes",
            "si",
            "true",
            "won",
            "closedwon",
            "ganado",
            "ganada",
            "converted",
            "convertido",
            "cliente",
            "customer");
    private static final Set<String> OPEN = Set.of(
            "open",
            "abierto",
            "abierta",
            "engaging",
            "prospecting",
            "pending",
            "pendiente",
            "inprogress",
            "encurso",
            "working",
            "new",
            "nuevo");
    private static final double CLOSED_BY = 0.95;

    public PastLeads {
        won = List.copyOf(won);
        open = List.copyOf(open);
    }

    /// @param leads   with their outcome
    /// @param horizon days each was followed; 0 when no days are known
    /// @param notYet  too young or still open
    /// @param undated without a day of contact
    public record Read(Leads leads, int horizon, int notYet, int undated) {}

    private record Raw(
            String id, long day, long closed, Leads.Outcome outcome, double amount, List<@Nullable String> cells) {}

    /// @param margin of an amount that is left
    /// @param cost   of working a lead that could have been avoided
    public Read read(LeadReader.Sheet sheet, double margin, double cost) {
        List<Raw> raw = raw(sheet);
        boolean dated = !contact.isEmpty();
        List<Raw> placed = raw.stream().filter(one -> one.day >= 0).toList();
        int horizon = dated && !closed.isEmpty() ? horizon(placed) : 0;
        long last = placed.stream()
                .mapToLong(one -> Math.max(one.day, one.closed))
                .max()
                .orElse(0);
        List<Leads.Lead> leads = new ArrayList<>();
        for (Raw one : placed) {
            boolean ripe = horizon > 0 ? one.day + horizon <= last : one.outcome != Leads.Outcome.OPEN;
            boolean wonInTime = one.outcome == Leads.Outcome.WON
                    && (horizon == 0 || one.closed < 0 || one.closed - one.day <= horizon);
            double value =
                    !wonInTime ? 0 : amount.isEmpty() ? worth : Double.isNaN(one.amount) ? 0 : one.amount * margin;
            leads.add(new Leads.Lead(
                    one.id,
                    one.day,
                    one.outcome,
                    ripe ? value - cost : Double.NaN,
                    wonInTime ? (amount.isEmpty() ? worth : one.amount) : Double.NaN,
                    one.cells));
        }
        int notYet = (int) leads.stream().filter(lead -> !lead.known()).count();
        return new Read(new Leads(LeadReader.columns(sheet), leads), horizon, notYet, raw.size() - placed.size());
    }

    private List<Raw> raw(LeadReader.Sheet sheet) {
        int ended = sheet.column(outcome);
        int sold = amount.isEmpty() ? -1 : sheet.column(amount);
        int began = contact.isEmpty() ? -1 : sheet.column(contact);
        int shut = closed.isEmpty() ? -1 : sheet.column(closed);
        int named = id.isEmpty() ? -1 : sheet.column(id);
        Set<String> wins = won.isEmpty() ? WON : keys(won);
        Set<String> waits = Stream.concat(OPEN.stream(), keys(open).stream()).collect(Collectors.toSet());
        List<Raw> raw = new ArrayList<>();
        int wonCount = 0;
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<@Nullable String> cells = sheet.rows().get(row);
            String end = cells.get(ended);
            String key = end == null ? "" : Keys.of(end);
            Leads.Outcome how = won.contains("*")
                    ? (end == null ? Leads.Outcome.LOST : Leads.Outcome.WON)
                    : wins.contains(key)
                            ? Leads.Outcome.WON
                            : end == null || waits.contains(key) ? Leads.Outcome.OPEN : Leads.Outcome.LOST;
            wonCount += how == Leads.Outcome.WON ? 1 : 0;
            String name = named < 0 ? null : cells.get(named);
            raw.add(new Raw(
                    name == null ? String.valueOf(row + 1) : name,
                    began < 0 ? row : day(cells.get(began)),
                    shut < 0 ? -1 : day(cells.get(shut)),
                    how,
                    sold < 0 ? Double.NaN : number(cells.get(sold)),
                    cells));
        }
        if (wonCount == 0) {
            throw new FilonException("fit.nobody_won", outcome);
        }
        return raw;
    }

    private static int horizon(List<Raw> raw) {
        long[] days = raw.stream()
                .filter(one -> one.outcome != Leads.Outcome.OPEN && one.closed >= one.day)
                .mapToLong(one -> one.closed - one.day)
                .sorted()
                .toArray();
        return days.length == 0
                ? 0
                : (int) Math.max(1, days[(int) Math.min(days.length - 1.0, CLOSED_BY * days.length)]);
    }

    /// Keys of the columns that say how it ended, and so are no attributes.
    public List<String> ends() {
        return Stream.of(outcome, amount, contact, closed, id)
                .filter(name -> !name.isEmpty())
                .map(Keys::of)
                .toList();
    }

    private static Set<String> keys(List<String> values) {
        return values.stream().map(Keys::of).collect(Collectors.toSet());
    }

    private static long day(@Nullable String cell) {
        return cell == null ? -1 : Keys.day(cell);
    }

    private static double number(@Nullable String cell) {
        return cell == null ? Double.NaN : Keys.number(cell);
    }
}
