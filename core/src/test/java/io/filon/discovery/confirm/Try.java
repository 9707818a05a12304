package io.filon.discovery.confirm;
import io.filon.discovery.*;
import io.filon.progress.Progress;
import java.util.*;
class Try {
  public static void main(String[] a) {
    int rows = Integer.parseInt(a[0]); int seeds = Integer.parseInt(a[1]);
    for (int seed = Math.max(1, -seeds); seed <= Math.abs(seeds); seed++) {
      PlantedTable t = new PlantedTable(seed, rows, 10);
      long s = System.nanoTime();
      Findings f = new Discovery(t.columns(), Target.of(t.profit()), new Wanted(false, 3, 200, 0, 16, 2, 1)).confirmed();
      double total = (System.nanoTime()-s)/1e9;
      int strong = 0, foundStrong = 0;
      for (var p : t.plants()) {
        double best = 0; String by = "";
        BitSet m = new BitSet(); for (int x : p.members()) m.set(x);
        for (var g : f.findings()) { if (!g.confirmed()) continue; BitSet o = new BitSet(); for (int x : g.members()) o.set(x); BitSet i = (BitSet) m.clone(); i.and(o); BitSet u = (BitSet) m.clone(); u.or(o); double j = (double) i.cardinality()/u.cardinality(); if (j > best) { best = j; by = g.rule(); } }
        double sd = Math.sqrt(Sample.of(Arrays.stream(p.members()).mapToDouble(i -> t.profit()[i]).toArray()).variance());
        double em = Arrays.stream(p.members()).mapToDouble(i -> t.expected()[i]).average().orElse(0);
        double z = (em - Arrays.stream(t.expected()).average().orElse(0)) / (sd / Math.sqrt(p.members().length / 2.0));
        boolean ok = best >= 0.8; if (z >= 4) { strong++; if (ok) foundStrong++; }
        if (a.length > 2) System.out.printf("   %s n=%d z=%.1f J=%.2f by %s%n", new Segment(p.conditions()).text(), p.members().length, z, best, by);
      }
      int fals = 0; int conf = 0;
      double[] ex = t.expected();
      for (var g : f.findings()) if (g.confirmed()) { conf++;
        double gm = Arrays.stream(g.members()).mapToDouble(i -> ex[i]).average().orElse(0);
        double worst = Double.MAX_VALUE;
        for (Segment q : new Segment(g.conditions()).simpler()) { int[] mm = PlantedTable.members(t.columns(), q.conditions()); worst = Math.min(worst, gm - Arrays.stream(mm).mapToDouble(i -> ex[i]).average().orElse(0)); }
        if (worst <= 0.01 * gm) { fals++; if (a.length > 2) System.out.println("   FALSE " + g.rule() + " " + worst + " p=" + g.pAdjusted()); }
      }
      System.out.printf("seed %d strong %d found %d confirmed %d false %d leads %d search %.2f total %.2f%n", seed, strong, foundStrong, conf, fals, f.findings().size()-conf, f.searchSeconds(), total);
    }
  }
}
