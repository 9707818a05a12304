package io.filon.demo;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Some customers in a row, made by one thread: their rows in every file, and their tally.
///
/// @param customers how many it holds
/// @param truths    each customer's expected net in cents, in order
record Block(int customers, Map<ShopFile, Rows> files, Tally tally, List<Long> truths) {

    static Block empty(int customers, int plants, int days) {
        Map<ShopFile, Rows> files = new EnumMap<>(ShopFile.class);
        for (ShopFile file : ShopFile.values()) {
            files.put(file, new Rows(file == ShopFile.EVENTOS ? 1 << 18 : 1 << 13));
        }
        return new Block(customers, files, new Tally(plants, days), new ArrayList<>(customers));
    }

    Rows rows(ShopFile file) {
        Rows rows = files.get(file);
        if (rows == null) {
            throw new IllegalStateException("no rows for " + file);
        }
        return rows;
    }
}
