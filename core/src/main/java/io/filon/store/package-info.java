/// Tables and the engine that runs SQL over them. Front door: [io.filon.store.Store]; the one engine today is
/// [io.filon.store.DuckStore]. Beside the loop; knows no stage. Only this package and `rule` touch `java.sql`.
@NullMarked
package io.filon.store;

import org.jspecify.annotations.NullMarked;
