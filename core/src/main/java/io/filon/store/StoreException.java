package io.filon.store;

/// The engine refused a statement or the database file failed: a machine's failure or our mistake, wrapped once.
public final class StoreException extends RuntimeException {

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
