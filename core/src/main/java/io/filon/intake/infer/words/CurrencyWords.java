package io.filon.intake.infer.words;

import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.recipe.HeaderWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the cells of a currency column say: an ISO code, a sign, or a name, from `currencies.yaml`.
public final class CurrencyWords {

    /// What a plan says of a word that several currencies share: the workspace's currency.
    public static final String OWN = "own";

    private static final Set<String> ISO = java.util.Currency.getAvailableCurrencies().stream()
            .map(java.util.Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern BARE = Pattern.compile("[A-Za-z]{3}");
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{3}\\b");

    private static final List<Name> SURE = names("sure");
    private static final List<Name> SEVERAL = names("several");

    private CurrencyWords() {}

    /// @param words lower case, all of which must be there; one with signs is compared as written
    private record Name(String code, String written, Set<String> words) {

        boolean fits(String plain, Set<String> said) {
            return words.isEmpty() ? plain.equals(written) : said.containsAll(words);
        }
    }

    /// The code that a cell names for certain; three letters alone are taken for one.
    public static Optional<String> code(String cell) {
        String text = cell.strip();
        Optional<String> named = named(SURE, text);
        if (BARE.matcher(text).matches()) {
            return named.or(() -> Optional.of(text.toUpperCase(Locale.ROOT)));
        }
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            if (ISO.contains(code.group())) {
                return Optional.of(code.group());
            }
        }
        return named;
    }

    /// The code to assume of a name that several currencies share, *pesos*.
    public static Optional<String> assumed(String cell) {
        return code(cell).isPresent() ? Optional.empty() : named(SEVERAL, cell.strip());
    }

    /// Whether a cell names a currency, for certain or not.
    public static boolean known(String cell) {
        return code(cell).isPresent() || assumed(cell).isPresent();
    }

    private static Optional<String> named(List<Name> names, String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        Set<String> said = new HashSet<>(HeaderWords.of(plain));
        return names.stream()
                .filter(name -> name.fits(plain, said))
                .map(Name::code)
                .findFirst();
    }

    private static List<Name> names(String group) {
        List<Name> names = new ArrayList<>();
        Lexicon.read("currencies.yaml")
                .path(group)
                .properties()
                .forEach(code -> code.getValue().forEach(word -> names.add(name(code.getKey(), word.asString()))));
        names.sort(Comparator.comparingInt((Name name) -> -name.words.size()));
        return List.copyOf(names);
    }

    private static Name name(String code, String written) {
        boolean sign = !written.matches("[a-z ]+");
        return new Name(code, written, sign ? Set.of() : Set.of(written.split(" ", -1)));
    }
}
