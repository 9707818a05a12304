package io.filon.rule;

import java.util.ArrayList;
import java.util.List;

/// Generated sequences of one to four steps, of every order and kind of step.
record RandomSequences(RandomConditions conditions) {

    Sequence sequence() {
        Sequence.Order order = conditions.pick(
                List.of(Sequence.Order.THEN, Sequence.Order.THEN, Sequence.Order.AT_ONCE, Sequence.Order.ANY));
        List<Sequence.Step> steps = new ArrayList<>();
        steps.add(did(order, true));
        for (int i = conditions.random().nextInt(order == Sequence.Order.ANY ? 1 : 0, 3); i > 0; i--) {
            if (order == Sequence.Order.THEN && conditions.random().nextInt(3) == 0) {
                steps.add(new Sequence.NotDone(name(), new Filter.Every(), Span.NONE));
            }
            steps.add(did(order, false));
        }
        if (order == Sequence.Order.THEN && conditions.random().nextInt(2) == 0) {
            steps.add(new Sequence.NotDone(name(), new Filter.Every(), gap()));
        }
        boolean keyed = conditions.random().nextInt(3) == 0 && steps.stream().noneMatch(RandomSequences::refunds);
        return new Sequence(
                steps,
                keyed ? conditions.pick(List.of("cart_id", "session_id")) : "",
                order,
                conditions.random().nextInt(4) == 0 ? gap() : Span.NONE,
                conditions.past());
    }

    private static boolean refunds(Sequence.Step step) {
        return step.names().contains("Order Refunded");
    }

    private Sequence.Step did(Sequence.Order order, boolean first) {
        List<String> names = name();
        Filter where = conditions.random().nextInt(4) == 0 && !names.contains("Order Refunded")
                ? conditions.filter(0, names)
                : new Filter.Every();
        if (order != Sequence.Order.THEN) {
            return new Sequence.Did(names, where, 1, "", Span.NONE, Span.NONE);
        }
        boolean several = conditions.random().nextInt(4) == 0;
        boolean distinct = several
                && !names.contains("Order Refunded")
                && conditions.random().nextBoolean();
        return new Sequence.Did(
                names,
                where,
                several ? 2 : 1,
                distinct ? "session_id" : "",
                !first && conditions.random().nextInt(4) == 0 ? new Span(1, Span.Unit.HOUR) : Span.NONE,
                !first && conditions.random().nextInt(3) == 0 ? gap() : Span.NONE);
    }

    private List<String> name() {
        return conditions.pick(List.of(
                List.of("Order Completed"),
                List.of("Product Added"),
                List.of("Product Viewed"),
                List.of("Order Refunded"),
                List.of("Product Added", "Product Viewed")));
    }

    private Span gap() {
        return conditions.pick(
                List.of(new Span(24, Span.Unit.HOUR), new Span(2, Span.Unit.DAY), new Span(30, Span.Unit.MINUTE)));
    }
}
