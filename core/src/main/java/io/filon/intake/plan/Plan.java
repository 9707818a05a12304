package io.filon.intake.plan;

import io.filon.intake.file.Reading.Ignored;
import java.util.List;
import java.util.stream.Stream;

/// What all files of a company were understood to be, together. Shown before anything is computed; saved to
/// `sources.yaml`, where a correction is honoured on the next run.
///
/// @param currency the currency amounts are in unless a row says otherwise; ISO code
/// @param currencyStated false when nothing in the files names it and it is an assumption
public record Plan(
        List<FilePlan> files, List<Link> links, List<Doubt> doubts, String currency, boolean currencyStated) {

    public Plan {
        files = List.copyOf(files);
        links = List.copyOf(links);
        doubts = List.copyOf(doubts);
    }

    /// The same, saying which files that the user named hold no table.
    public Plan without(List<Ignored> ignored) {
        Stream<Doubt> left = ignored.stream()
                .filter(Ignored::given)
                .map(file -> new Doubt("unused_one_column", file.file(), "", 2, List.of()));
        return new Plan(files, links, Stream.concat(doubts.stream(), left).toList(), currency, currencyStated);
    }

    /// The links by which the file at `position` borrows.
    public List<Link> linksFrom(int position) {
        return links.stream().filter(link -> link.from() == position).toList();
    }
}
