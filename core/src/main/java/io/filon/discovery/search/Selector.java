package io.filon.discovery.search;

/// A condition as a run of codes of its attribute: `from` included, `to` not.
public record Selector(int from, int to, Condition condition) {

    boolean holds(int code) {
        return from <= code && code < to;
    }

    boolean overlaps(Selector other) {
        return from < other.to && other.from < to;
    }
}
