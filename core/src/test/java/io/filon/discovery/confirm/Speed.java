package io.filon.discovery.confirm;
import io.filon.discovery.*;
import io.filon.discovery.search.*;
import io.filon.progress.Progress;
import java.util.*;
class Speed {
  static double cpu() { return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()/1e9; }
  public static void main(String[] a) {
    int rows = Integer.parseInt(a[0]); int depth = Integer.parseInt(a[1]); int times = Integer.parseInt(a[2]);
    PlantedTable t = new PlantedTable(1, rows, 10);
    double c0 = cpu(); long w0 = System.nanoTime();
    Encoder e = new Encoder(16);
    var attrs = t.columns().stream().map(e::encode).toList();
    System.out.printf("encode cpu %.2f wall %.2f selectors %d%n", cpu()-c0, (System.nanoTime()-w0)/1e9, attrs.stream().mapToInt(x->x.selectors().size()).sum());
    Base b = new Base(attrs, Sums.exact(t.profit(), false));
    System.out.println("lanes " + b.sums().lanes() + " candidates " + b.rules(3));
    double[] cut = Explored.cut(t.profit());
    double spread = Math.sqrt(Sample.of(cut).variance());
    Base b2 = new Base(attrs, Sums.rounded(cut, false));
    for (int i = 0; i < times; i++) {
      c0 = cpu(); w0 = System.nanoTime();
      var r = Search.best(b, Quality.ROOT_SIZE, 100, new Search.Options(depth, Math.max(30, rows/1000), 2), Progress.NONE);
      System.out.printf("plain cpu %.2f wall %.2f  best %s %.1f%n", cpu()-c0, (System.nanoTime()-w0)/1e9, r.get(0).text(), r.get(0).quality());
      c0 = cpu(); w0 = System.nanoTime();
      if (depth < 4) r = Search.champions(b2, 2.5*spread/b2.sums().perUnit(), 1000, new Search.Options(depth, Math.max(30, rows/1000), 2), Progress.NONE);
      System.out.printf("champ cpu %.2f wall %.2f  best %s %.1f worst %.2f%n", cpu()-c0, (System.nanoTime()-w0)/1e9, r.get(0).text(), r.get(0).quality()*b2.sums().perUnit()/spread, r.get(r.size()-1).quality()*b2.sums().perUnit()/spread);
    }
    System.out.println("memory MB " + (Runtime.getRuntime().totalMemory()-Runtime.getRuntime().freeMemory())/1e6);
  }
}
