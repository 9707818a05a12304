package io.filon.report.section;

import io.filon.text.Phrase;
import java.util.List;

/// Demography beside behaviour: what each block of what is known of customers foretells of what they leave.
///
/// Shares are of the differences between customers, tried on customers they were not learnt from; under 0 means worse
/// than knowing nothing. Ranges are of 95 %.
///
/// @param state     `browsing`, `demography` or `no_difference` say which foretells more; `no_browsing`,
///     `no_demography`, `too_few`, `too_short` why it cannot be told
/// @param customers compared: those of whom both are known
/// @param told      by all blocks together
/// @param ahead     by browsing over demography, each alone; over purchases where no visits are known
/// @param seen      the smallest lead such a base would show in eight cases of ten
/// @param sentence  what came out, in words
public record Known(
        String state, long customers, double told, Share ahead, double seen, List<Block> blocks, Phrase sentence) {

    public Known {
        blocks = List.copyOf(blocks);
    }

    public record Share(double share, double low, double high) {}

    /// @param block `demography`, `declared`, `browsing` or `purchases`
    /// @param facts that tell customers apart
    /// @param known customers of whom any is known
    /// @param alone foretold by this block
    /// @param last  what it adds to all the others
    public record Block(String block, long facts, long known, Share alone, Share last) {

        /// Whether it adds anything that can be told from chance.
        public boolean adds() {
            return last.low() > 0;
        }
    }
}
