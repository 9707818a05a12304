package io.filon.message.evidence;

import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Everything measured of one group that a text may rest on, after [GroupTables#make].
///
/// @param errorRate share of what is told that may be false, for each kind of finding
/// @param least     customers that a share is counted over
/// @param jobName   what people call a job, by its key
public record Findings(Store store, double errorRate, long least, UnaryOperator<String> jobName) {

    public List<Evidence> of(Group group) {
        People people = People.of(store, group);
        List<Evidence> found = new ArrayList<>(new Relevance(this, group, people).find());
        found.addAll(new Values(group, people, least).find());
        found.addAll(new Moments(this, group, people).find());
        return List.copyOf(found);
    }
}
