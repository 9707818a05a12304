package io.filon.intake.infer.words;

import io.filon.intake.recipe.HeaderWords;
import java.util.List;
import java.util.Set;

/// Headers that speak of those who sell or supply, who are people or firms but no customers.
public final class StaffWords {

    private static final Set<String> STAFF = Set.of(
            "staff",
            "staffs",
            "employee",
            "employees",
            "empleado",
            "empleada",
            "empleados",
            "emp",
            "trabajador",
            "salesperson",
            "vendedor",
            "comercial",
            "supplier",
            "suppliers",
            "proveedor",
            "proveedores");

    private static final Set<String> NUMBERS = Set.of(
            "id", "number", "no", "num", "numero", "code", "codigo", "cod", "key", "name", "nombre", "de", "del");

    private static final Set<String> CHIEFS =
            Set.of("manager", "reports", "supervisor", "boss", "jefe", "jefa", "reporta", "encargado", "encargada");

    private StaffWords() {}

    /// `employee_id`, *Código proveedor*.
    public static boolean number(String header) {
        List<String> words = HeaderWords.of(header);
        return words.stream().anyMatch(STAFF::contains)
                && words.stream().allMatch(word -> STAFF.contains(word) || NUMBERS.contains(word));
    }

    /// *Reports to*, *Jefe*.
    public static boolean chief(String header) {
        return HeaderWords.of(header).stream().anyMatch(CHIEFS::contains);
    }
}
