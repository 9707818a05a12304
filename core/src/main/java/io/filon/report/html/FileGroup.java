package io.filon.report.html;

import io.filon.report.Audit.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Files that were read as the same: one export cut by day or by part takes one line of the page.
///
/// @param files one at least, in the order given
public record FileGroup(List<Source> files) {

    public FileGroup {
        files = List.copyOf(files);
    }

    /// Groups in the order of their first files.
    static List<FileGroup> of(List<Source> sources) {
        Map<List<Object>, List<Source>> same = new LinkedHashMap<>();
        sources.forEach(source ->
                same.computeIfAbsent(shape(source), _ -> new ArrayList<>()).add(source));
        return same.values().stream().map(FileGroup::new).toList();
    }

    /// A file nobody could use says for itself what was in it.
    private static List<Object> shape(Source source) {
        return source.columns().isEmpty()
                ? List.of(source.file())
                : List.of(
                        source.kind(),
                        source.recipe(),
                        source.columns().stream()
                                .map(column -> List.of(column.header(), column.role()))
                                .toList());
    }

    public Source first() {
        return files.getFirst();
    }

    public long rowsRead() {
        return sum(Source::rowsRead);
    }

    public long rowsKept() {
        return sum(Source::rowsKept);
    }

    public long rowsMerged() {
        return sum(Source::rowsMerged);
    }

    public long rowsRejected() {
        return sum(Source::rowsRejected);
    }

    private long sum(ToLongFunction<Source> rows) {
        return files.stream().mapToLong(rows).sum();
    }
}
