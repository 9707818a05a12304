package io.filon.rule;

/// How a value is compared with another.
public enum Operator {
    IS("=", "="),
    IS_NOT("!=", "<>"),
    BELOW("<", "<"),
    AT_MOST("<=", "<="),
    ABOVE(">", ">"),
    AT_LEAST(">=", ">=");

    private final String written;
    private final String sql;

    Operator(String written, String sql) {
        this.written = written;
        this.sql = sql;
    }

    /// As rules are written; `≠`, `≤` and `≥` are read as well.
    public String written() {
        return written;
    }

    public String sql() {
        return sql;
    }

    /// Whether the constant must have an order: not so for being equal or different.
    public boolean ordered() {
        return this != IS && this != IS_NOT;
    }

    /// @param order negative, 0 or positive, as `compareTo` gives it for fact and constant
    public boolean holds(int order) {
        return switch (this) {
            case IS -> order == 0;
            case IS_NOT -> order != 0;
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }
}
