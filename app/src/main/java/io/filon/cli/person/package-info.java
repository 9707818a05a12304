/// `filon erase` and `filon export`: what a workspace holds about one person, forgotten or handed over.
@NullMarked
package io.filon.cli.person;

import org.jspecify.annotations.NullMarked;
