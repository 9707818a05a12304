package io.filon.report.terminal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Lays text out for a terminal 80 columns wide: wraps, indents, draws small bars, and colours where allowed.
final class TerminalLines {

    private static final int WIDTH = 80;
    private static final int COLUMN = 39;
    private static final int COUNT = 7;
    private static final int BAR = 6;
    private static final int SHORTEST_BAR = 2;
    private static final int MONEY = 9;
    private static final String STRONG = "\u001b[1m";
    private static final String FAINT = "\u001b[2m";
    private static final String RESET = "\u001b[0m";

    private final boolean colour;

    TerminalLines(boolean colour) {
        this.colour = colour;
    }

    /// @param style an ANSI start sequence, or empty
    record Line(String text, String style) {}

    /// @param amount draws the bar, in proportion to the largest
    record Bar(String label, String count, BigDecimal amount, String money) {}

    Line strong(String text) {
        return new Line(clipped(text, WIDTH), STRONG);
    }

    List<Line> wrapped(String text) {
        return split(text, WIDTH).stream().map(line -> new Line(line, "")).toList();
    }

    List<Line> finding(int number, String sentence) {
        List<String> parts = split(sentence, WIDTH - 3);
        List<Line> lines = new ArrayList<>();
        for (String part : parts) {
            lines.add(new Line((lines.isEmpty() ? number + "  " : "   ") + part, STRONG));
        }
        return lines;
    }

    List<Line> indented(String text) {
        return split(text, WIDTH - 3).stream()
                .map(part -> new Line("   " + part, FAINT))
                .toList();
    }

    /// Bars in two columns, read down the first and then the second.
    List<Line> columns(List<Bar> bars) {
        BigDecimal largest = bars.stream().map(bar -> bar.amount().abs()).reduce(BigDecimal.ZERO, BigDecimal::max);
        int money = Math.max(
                MONEY, bars.stream().mapToInt(bar -> bar.money().length()).max().orElse(MONEY));
        int label = bars.stream().mapToInt(bar -> bar.label().length()).max().orElse(0);
        int longest = Math.clamp(COLUMN - COUNT - money - label - 2, SHORTEST_BAR, BAR);
        int half = (bars.size() + 1) / 2;
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < half; i++) {
            String left = drawn(bars.get(i), largest, longest, money);
            String right = i + half < bars.size() ? "  " + drawn(bars.get(i + half), largest, longest, money) : "";
            lines.add(new Line((padded(left, COLUMN) + right).stripTrailing(), ""));
        }
        return lines;
    }

    /// A bar of at most `longest`, the money `money` wide, and the label in what is left.
    private static String drawn(Bar bar, BigDecimal largest, int longest, int money) {
        double share = largest.signum() == 0 ? 0 : bar.amount().abs().doubleValue() / largest.doubleValue();
        String mark = bar.amount().signum() < 0 ? "░" : "█";
        long length = bar.amount().signum() == 0 ? 0 : Math.max(1, Math.round(share * longest));
        int label = COLUMN - COUNT - longest - money - 2;
        return padded(clipped(bar.label(), label), label)
                + aligned(bar.count(), COUNT)
                + " "
                + padded(mark.repeat((int) length), longest)
                + " "
                + aligned(bar.money(), money);
    }

    String print(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            boolean plain = !colour || line.style().isEmpty();
            text.append(plain ? line.text() : line.style() + line.text() + RESET)
                    .append('\n');
        }
        return text.toString();
    }

    private static List<String> split(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String aligned(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String clipped(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1).stripTrailing() + "…";
    }
}
