/// When, where and how customers buy and visit, only where the files tell it from chance. *behaviour*, stage 3 of the
/// loop. Front door: [io.filon.behaviour.habit.Habits]. Reads *intake*, *value*, `sessions` and `behaviour_groups`;
/// makes `habit_counts`, `habits`, `group_habits`, `repurchase_cycles`, `cycle_totals` and facts named `habit.…`.
@NullMarked
package io.filon.behaviour.habit;

import org.jspecify.annotations.NullMarked;
