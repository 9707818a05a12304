/// What could be said to a segment, as data and in words: drafts with what they rest on, and judged texts.
@NullMarked
package io.filon.report.message;

import org.jspecify.annotations.NullMarked;
