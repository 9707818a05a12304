package io.filon.cli;

import io.filon.progress.Progress;
import io.filon.text.Messages;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/// One line at the foot of the terminal: what is being done, how far, how fast and how long yet.
final class ProgressBar implements Progress {

    private static final long REDRAW_NANOS = 100_000_000;
    private static final int WIDTH = 24;
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintWriter terminal;
    private final Messages messages;
    private String phase = "";
    private long total;
    private long done;
    private long startedAt;
    private long drawnAt;

    private ProgressBar(PrintWriter terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    /// A bar when a person is watching, else silence.
    static Progress when(boolean watched, PrintWriter terminal, Messages messages) {
        return watched ? new ProgressBar(terminal, messages) : Progress.NONE;
    }

    /// True when standard error is a terminal a person sees.
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal() && System.getenv("CI") == null;
    }

    @Override
    public void phase(String messageKey, long totalUnits) {
        phase = messages.say(messageKey);
        total = totalUnits;
        done = 0;
        startedAt = System.nanoTime();
        draw();
    }

    @Override
    public void advance(long units) {
        done += units;
        if (System.nanoTime() - drawnAt >= REDRAW_NANOS) {
            draw();
        }
    }

    private void draw() {
        drawnAt = System.nanoTime();
        double seconds = (drawnAt - startedAt) / 1e9;
        String line = total <= 0 ? phase + "…" : measured(seconds);
        terminal.print(CLEAR_LINE + line);
        terminal.flush();
    }

    private String measured(double seconds) {
        double share = Math.min(1, (double) done / total);
        int filled = (int) Math.round(share * WIDTH);
        String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
        String text = "%s %s %3.0f %%".formatted(phase, bar, share * 100);
        if (done == 0 || seconds < 1) {
            return text;
        }
        long left = Math.round(seconds * (total - done) / done);
        return text + " · " + rate(done / seconds) + " · " + messages.say("cli.time_left", clock(left));
    }

    private static String rate(double perSecond) {
        if (perSecond >= 1e6) {
            return String.format(Locale.ROOT, "%.0f M/s", perSecond / 1e6);
        }
        return String.format(Locale.ROOT, "%.0f k/s", perSecond / 1e3);
    }

    private static String clock(long seconds) {
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /// Takes the line away.
    void clear() {
        terminal.print(CLEAR_LINE);
        terminal.flush();
    }
}
