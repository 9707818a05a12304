package io.filon.icp;

import io.filon.Loop;
import io.filon.demo.*;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.text.Messages;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void run() throws Exception {
        Path folder = Path.of("/tmp/icp-demo");
        Workspace w = Workspace.at(folder.resolve("company"));
        if (!Files.exists(w.database())) {
            Shop shop = new ShopGenerator(ShopOptions.of(1, 20_000)).writeTo(folder, d -> {});
            Files.createDirectories(w.personasFolder());
            for (Path p : Files.list(shop.personas()).toList()) Files.copy(p, w.personasFolder().resolve(p.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            try (Run run = Run.begin(w, new DuckStore.Limits("1GB", 2))) {
                Loop loop = new Loop(run, w, w.settings(), Progress.NONE);
                loop.understand(List.of(shop.exports()), List.of());
                loop.audit(null, Messages.of(DemoAudit.SPANISH), null);
                loop.commit();
            }
        }
        try (DuckStore store = DuckStore.open(w.database(), new DuckStore.Limits("1GB", 2))) {
            long t = System.nanoTime();
            IcpAudit.Result r = new IcpAudit(store, w.settings(), w.personas()).run();
            System.out.println((System.nanoTime() - t) / 1e9);
            r.realities().forEach(x -> { System.out.println(x.name() + " " + x.shares() + " net " + x.net()); x.answers().forEach(a -> System.out.println("   " + a)); });
            System.out.println(r.gap());
            System.out.println(r.attract());
            System.out.println(r.grow());
            r.drafts().forEach(System.out::println);
            r.bridges().forEach(System.out::println); r.advice().forEach(System.out::println); r.served().forEach(System.out::println);
        }
    }
}
