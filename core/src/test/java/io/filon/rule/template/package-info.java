/// Tests of the shipped templates that ask for events.
@NullMarked
package io.filon.rule.template;

import org.jspecify.annotations.NullMarked;
