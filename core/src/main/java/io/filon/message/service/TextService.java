package io.filon.message.service;

/// Something that says a text in other words.
@FunctionalInterface
public interface TextService {

    /// Sends a request as [TextExchange#request] writes it.
    ///
    /// @return the answer as it came, to be read by [TextExchange#read]
    /// @throws io.filon.problem.FilonException when there is none: refused, too late, too long
    String answer(String request);
}
