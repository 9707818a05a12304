package io.filon.behaviour.trigger;

import java.util.HashMap;
import java.util.Map;

/// Numbers for customers, in the order they are first met. One thread.
final class People {

    private final Map<String, Integer> numbers = new HashMap<>();

    int number(String customer) {
        return numbers.computeIfAbsent(customer, id -> numbers.size());
    }

    int size() {
        return numbers.size();
    }
}
