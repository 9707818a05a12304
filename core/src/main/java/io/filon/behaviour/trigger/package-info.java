/// What from outside sets purchases off: the days on which customers bought beside other days of the same customers.
/// *behaviour*, stage 3 of the loop. Front door: [io.filon.behaviour.trigger.Triggers]. Reads *intake* and *value*;
/// makes `trigger_purchases`, `price_cuts`, `trigger_onsets`, `own_actions` and `triggers`.
@NullMarked
package io.filon.behaviour.trigger;

import org.jspecify.annotations.NullMarked;
