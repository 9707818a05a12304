package io.filon.report;

import java.util.List;
import java.util.Map;

/// What `filon export` writes: everything a workspace holds about one person, table by table.
///
/// @param names every id, e-mail, telephone and visitor's number that stands for the person
/// @param files it was read from
public record PersonExport(String customerId, List<String> names, List<String> files, List<Table> tables) {

    /// @param rows by column; empty cells are left out
    public record Table(String name, List<Map<String, Object>> rows) {}
}
