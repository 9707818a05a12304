package io.filon.progress;

/// Hears how far long work has come, so that a person can be shown a bar, a rate and the time left.
///
/// Calls come from one thread at a time, in order; a listener must be quick and must not throw.
public interface Progress {

    /// Hears nothing.
    Progress NONE = new Progress() {
        @Override
        public void phase(String messageKey, long totalUnits) {}

        @Override
        public void advance(long units) {}
    };

    /// A new piece of work begins; the one before, if any, is over.
    ///
    /// @param messageKey a key of the message bundles, `progress.reading`
    /// @param totalUnits how much there is to do, bytes when files are read; 0 when not known
    void phase(String messageKey, long totalUnits);

    /// More is done; the advances of a phase add up to at most its total.
    ///
    /// @param units done since the last call, 0 or more
    void advance(long units);
}
