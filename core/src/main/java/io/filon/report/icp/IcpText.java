package io.filon.report.icp;

import io.filon.report.Language;
import io.filon.report.icp.Icp.Said;

/// The imagined customer beside the real one as plain text.
public final class IcpText {

    private final Language lang;
    private final StringBuilder text = new StringBuilder();

    public IcpText(Language language) {
        this.lang = language;
    }

    public String write(Icp icp) {
        text.setLength(0);
        head(lang.say(icp.board().title()));
        part("page.icp.board.contradictions");
        if (icp.board().contradictions().isEmpty()) {
            line("  " + lang.say("page.icp.board.no_contradictions"));
        }
        icp.board().contradictions().forEach(this::bullet);
        part("page.icp.board.decisions");
        icp.board().decisions().forEach(this::bullet);
        for (Icp.Persona persona : icp.personas()) {
            head(lang.say("page.icp.claims.of", persona.name()));
            persona.claims().forEach(this::claim);
        }
        head(lang.say("page.icp.gap"));
        line(lang.say(icp.gap().sentence()));
        ideal(icp.attract());
        ideal(icp.grow());
        head(lang.say("page.icp.drafts"));
        if (icp.drafts().isEmpty()) {
            line(lang.say("page.icp.drafts.none"));
        }
        icp.drafts().forEach(this::draft);
        if (!icp.bridges().isEmpty()) {
            head(lang.say("page.icp.bridges"));
            icp.bridges().forEach(this::bullet);
        }
        head(lang.say("page.icp.served"));
        if (icp.badFit().isEmpty()) {
            line(lang.say("page.icp.served.none"));
        }
        icp.served().forEach(this::served);
        line("");
        line(lang.say("page.icp.review", lang.date(icp.reviewOn())));
        return text.toString();
    }

    private void claim(Icp.Believed claim) {
        line("• " + lang.say(claim.sentence()) + " " + lang.say(claim.next()));
    }

    private void ideal(Icp.Ideal ideal) {
        head(lang.say("page.icp.ideal." + ideal.lens()));
        line(lang.say(ideal.summary()));
        ideal.groups().forEach(group -> line("• " + group.sentence()));
        ideal.advice().forEach(this::bullet);
    }

    private void draft(Icp.Draft draft) {
        line("• " + lang.say("page.icp.draft", draft.name(), draft.customers(), draft.stars()));
        draft.yaml().lines().forEach(yaml -> line("    " + yaml));
    }

    private void served(Icp.Served group) {
        String survives = group.loses()
                ? " " + lang.say(group.survives() ? "page.icp.served.survives" : "page.icp.served.not_survives")
                : "";
        line("• " + lang.say(group.sentence()) + survives);
    }

    private void bullet(Said said) {
        line("• " + lang.say(said.sentence()));
    }

    private void part(String key) {
        line(lang.say(key) + ":");
    }

    private void head(String words) {
        if (!text.isEmpty()) {
            line("");
        }
        line(words.toUpperCase(lang.locale()));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
