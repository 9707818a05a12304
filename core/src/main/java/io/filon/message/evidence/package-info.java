/// What is known of a group that a text may rest on, each with its number, its range and where it comes from. Front
/// doors: [io.filon.message.evidence.GroupTables], [io.filon.message.evidence.Findings].
///
/// Makes `message_people`, `message_customers`, `message_orders`, `message_goods`, `message_steps`, `message_habits`.
@NullMarked
package io.filon.message.evidence;

import org.jspecify.annotations.NullMarked;
