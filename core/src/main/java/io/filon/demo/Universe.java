package io.filon.demo;

import io.filon.demo.shop.Almanac;
import io.filon.demo.shop.Almanac.Province;
import io.filon.demo.shop.Niche;
import java.util.Comparator;
import java.util.List;

/// Who could buy at all, as the shop's market says: households by province.
final class Universe {

    static final String FILE = "universo.csv";

    private Universe() {}

    static Rows write(Almanac almanac, List<Niche> niches) {
        Rows rows = new Rows();
        rows.text("provincia;hogares").put('\n');
        almanac.provinces().values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Province::prefix))
                .forEach(province -> rows.text(province.name())
                        .put(';')
                        .number(households(province, niches))
                        .put('\n'));
        return rows;
    }

    private static long households(Province province, List<Niche> niches) {
        return province.households()
                + niches.stream()
                        .filter(niche -> niche.province().equals(province.name()))
                        .mapToLong(niche -> niche.advantage().households())
                        .sum();
    }
}
