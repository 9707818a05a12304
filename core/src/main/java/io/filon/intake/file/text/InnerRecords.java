package io.filon.intake.file.text;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The objects of a list in each of other JSON records, as records that keep the number of the one they stand in.
/// Flawed outer records are passed over: whoever read those has rejected them.
public final class InnerRecords implements Records {

    private final Records records;
    private final InnerList list;
    private final Deque<Row> waiting = new ArrayDeque<>();

    public InnerRecords(Records records, InnerList list) {
        this.records = records;
        this.list = list;
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (waiting.isEmpty()) {
            Optional<Row> outer = records.next();
            if (outer.isEmpty()) {
                return outer;
            }
            spread(outer.get());
        }
        return Optional.of(waiting.removeFirst());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private void spread(Row outer) {
        JsonRecords.object(outer.cell(0))
                .map(JsonRecords::flat)
                .ifPresent(record -> record.path(list.name())
                        .valueStream()
                        .filter(JsonNode::isObject)
                        .forEach(inner -> waiting.add(Row.of(
                                outer.line(),
                                List.of(JsonRecords.within(list, record, inner).toString())))));
    }
}
