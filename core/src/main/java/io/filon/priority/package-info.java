/// Where the next euro goes: what contacting each segment is expected to earn beyond what it would buy anyway, and how
/// a budget is shared out. After discovery, before the report.
///
/// Front door: [io.filon.priority.Prioritising]. Reads the tables of *intake* and *value*; makes `priority_owners`,
/// `priority_settings`, `contacts_sent`, `contact_stages`, `campaign_balance`, `contact_strata`, `contact_effects`,
/// `contact_answers`, `priority_people` and `dormant_groups`.
@NullMarked
package io.filon.priority;

import org.jspecify.annotations.NullMarked;
