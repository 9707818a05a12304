package io.filon.value.contract;

import io.filon.store.Script;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What contracts will bring: learnt by length of period, since months and years are renewed by habits of their own.
///
/// @param horizonDays how far ahead
/// @param terms       by length of period, shortest first
public record Contracts(int horizonDays, List<Term> terms) {

    public Contracts {
        terms = List.copyOf(terms);
    }

    /// Makes `contract_periods` and learns from it.
    public static Contracts of(Store store, int horizonDays) {
        store.build(script());
        TreeMap<Integer, List<Contract>> byPeriod = new TreeMap<>();
        for (Contract contract : store.read("contract_periods", Contract.class)) {
            byPeriod.computeIfAbsent(contract.periodDays(), days -> new ArrayList<>())
                    .add(contract);
        }
        return new Contracts(
                horizonDays,
                byPeriod.entrySet().stream()
                        .map(entry -> Term.of(entry.getKey(), entry.getValue(), horizonDays))
                        .toList());
    }

    static Script script() {
        return Script.beside(Contracts.class, "contract_periods");
    }
}
