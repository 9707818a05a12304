/// A service that writes texts may say a draft in other words. Neutral: any that answers the JSON of
/// [io.filon.message.service.TextExchange]. Nothing is sent unless a company names one in `filon.yaml`.
@NullMarked
package io.filon.message.service;

import org.jspecify.annotations.NullMarked;
