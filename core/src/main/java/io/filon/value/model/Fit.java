package io.filon.value.model;

/// What came of fitting a model: a model, or the reason why there is none. Never nonsense.
///
/// @param <M> what is fitted
public sealed interface Fit<M> {

    record Fitted<M>(M model) implements Fit<M> {}

    /// The data would be explained equally well by endlessly many parameters.
    ///
    /// @param parameter the one that ran away, `a`
    /// @param reason    see [Reason]
    record NotIdentified<M>(String parameter, Reason reason) implements Fit<M> {}

    /// @param needed customers who came back, or contracts ended, whatever the model learns from
    /// @param had    how many there are
    record TooFew<M>(long needed, long had) implements Fit<M> {}

    enum Reason {
        /// A parameter grew or shrank to the end of any sensible range: customers do not differ in what it describes.
        RAN_AWAY,
        /// At the best point some direction is flat.
        FLAT,
        /// The best point has no finite mean to predict with.
        NO_MEAN
    }

    /// The model, for callers who have settled that there is one.
    ///
    /// @throws IllegalStateException when there is none
    default M orThrow() {
        return switch (this) {
            case Fitted<M>(M model) -> model;
            case NotIdentified<M>(String parameter, Reason reason) ->
                throw new IllegalStateException("not identified: %s %s".formatted(parameter, reason));
            case TooFew<M>(long needed, long had) ->
                throw new IllegalStateException("too few: %d of %d needed".formatted(had, needed));
        };
    }
}
