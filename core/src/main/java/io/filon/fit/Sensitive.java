package io.filon.fit;

import java.util.List;
import java.util.regex.Pattern;

/// Attributes that must not decide about anybody unless the company allows one by its name, and those that look as if
/// they had been written down after the contact.
final class Sensitive {

    private static final Pattern SENSITIVE = Pattern.compile(
            ".*(gender|sexo|genero|sexual|birth|nacimiento|^edad$|^age$|ageyears|nationality|nacionalidad|religi|ethnic|etnia|"
                    + "race$|raza|disab|discapacid|maritalstatus|estadocivil|pregnan|embaraz|health|salud|politic|union|sindica).*"
                    + "|^sex$");

    private static final Pattern AFTERWARDS = Pattern.compile(
            "^(last|ultim[oa]|latest).*|.*(status|estado$|stage|etapa|closed|cierre|wondate|wonon|lostreason|motivo|converted|"
                    + "leadquality|leadscore|tags$|etiquetas).*");

    private Sensitive() {}

    static boolean is(String key) {
        return SENSITIVE.matcher(key).matches();
    }

    static boolean soundsLater(String key) {
        return AFTERWARDS.matcher(key).matches();
    }

    /// Keys of a list that may be used all the same.
    static List<String> keys(List<String> names) {
        return names.stream().map(Keys::of).toList();
    }
}
