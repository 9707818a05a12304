package io.filon.rule.check;

import io.filon.rule.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks that a segment named in a rule exists, and that following its own rule never leads back.
final class SegmentCheck {

    private final Findings findings;
    private final String start;

    SegmentCheck(Findings findings, String start) {
        this.findings = findings;
        this.start = start;
    }

    void check(String segment, String path) {
        Map<String, Rule> segments = findings.catalogue().segments();
        if (segment.equals(start)) {
            findings.add("rule.segment_cycle", path, start + " → " + start);
        } else if (segments.containsKey(segment)) {
            follow(segment, path);
        } else {
            findings.unknown("segment", path, segment, segments.keySet());
        }
    }

    /// Depth first, each segment once, with the chain that led to it.
    private void follow(String segment, String path) {
        Set<String> seen = new HashSet<>();
        Deque<List<String>> open = new ArrayDeque<>(List.of(List.of(start, segment)));
        while (!open.isEmpty()) {
            List<String> chain = open.pop();
            Rule rule = findings.catalogue().segments().get(chain.getLast());
            if (rule == null || !seen.add(chain.getLast())) {
                continue;
            }
            for (String next : Segments.of(rule)) {
                List<String> longer = new ArrayList<>(chain);
                longer.add(next);
                if (chain.contains(next)) {
                    findings.add("rule.segment_cycle", path, String.join(" → ", longer));
                    return;
                }
                open.push(longer);
            }
        }
    }
}
