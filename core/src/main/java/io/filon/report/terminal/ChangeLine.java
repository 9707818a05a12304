package io.filon.report.terminal;

import io.filon.report.Language;
import io.filon.report.change.Change;
import io.filon.report.change.Change.GroupChange;

/// What changed since an earlier audit, in the few words a terminal has room for.
final class ChangeLine {

    private ChangeLine() {}

    static String of(Change change, Language lang) {
        GroupChange stars = group(change, "star_customers");
        GroupChange losses = group(change, "loss_makers");
        Long entered = stars.entered();
        Long left = stars.left();
        String moved = entered == null || left == null ? "" : " " + lang.say("terminal.change.members", entered, left);
        return lang.say(
                "terminal.change",
                lang.date(change.since()),
                lang.money(change.netBefore()),
                lang.money(change.netNow()),
                stars.before(),
                stars.now(),
                moved,
                losses.before(),
                losses.now(),
                change.count("held"),
                change.count("died"));
    }

    private static GroupChange group(Change change, String name) {
        return change.groups().stream()
                .filter(group -> group.group().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
