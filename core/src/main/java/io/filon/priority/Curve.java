package io.filon.priority;

import static io.filon.problem.Require.require;

import java.util.ArrayList;
import java.util.List;

// Diminishing returns without a shape taken from the air: within a segment those are contacted first whose orders are
// expected to leave most, so the next contact earns a little less than the one before. Assumed until measured: that all
// of a segment answer alike, and that the answer does not tire with the number of contacted.

/// What contacting more and more of a segment's customers is expected to earn, best first, in pieces of equal gain.
///
/// @param segment     its key
/// @param contactCost of one contact, over 0
/// @param fixedCost   paid once, before the first contact
/// @param pieces      in order of gain, falling: the curve is concave
public record Curve(String segment, double contactCost, double fixedCost, List<Piece> pieces) {

    private static final int PIECES = 50;

    /// @param customers so many in a row
    /// @param earned    what each is expected to leave because of the contact, its cost not yet taken off
    /// @param worth     what an order of each leaves on average
    public record Piece(int customers, double earned, double worth) {}

    public Curve {
        require(contactCost > 0, "contactCost (%s) must be positive", contactCost);
        require(fixedCost >= 0, "fixedCost (%s) must not be negative", fixedCost);
        pieces = List.copyOf(pieces);
    }

    /// @param worths what an order of each customer is expected to leave, largest first
    /// @param rate   share that answers because of the contact
    static Curve of(String segment, double[] worths, double rate, double contactCost, double fixedCost) {
        List<Piece> pieces = new ArrayList<>();
        int count = Math.min(PIECES, worths.length);
        for (int piece = 0; piece < count; piece++) {
            int from = (int) ((long) worths.length * piece / count);
            int to = (int) ((long) worths.length * (piece + 1) / count);
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += worths[i];
            }
            double worth = sum / (to - from);
            pieces.add(new Piece(to - from, rate * worth, worth));
        }
        return new Curve(segment, contactCost, fixedCost, pieces);
    }

    /// All customers on it.
    public int customers() {
        return pieces.stream().mapToInt(Piece::customers).sum();
    }

    /// What the first `contacts` are expected to leave after the cost of contacting them and the fixed cost.
    public double net(int contacts) {
        double net = contacts == 0 ? 0 : -fixedCost;
        int left = contacts;
        for (Piece piece : pieces) {
            int taken = Math.min(left, piece.customers);
            net += taken * (piece.earned - contactCost);
            left -= taken;
        }
        return net;
    }
}
