/// How the made-up shop's customers live: who they are, when they buy and what, what reaches them, and what each is
/// expected to be worth. Serves `demo` only; the front door is [CustomerMaker], the answers are [ExpectedValue].
/// Reads and makes no table.
@NullMarked
package io.filon.demo.shop;

import org.jspecify.annotations.NullMarked;
