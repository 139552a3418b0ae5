package io.kubehop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubehop.core.ipset.IpSet;
import io.kubehop.core.ipset.IpSets;
import io.kubehop.core.ipset.IpsetSave;
import io.kubehop.core.ipset.SetElement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sets that the real ipset took and printed are the sets that were written. */
class SetsInKernelTest {
  private static final int CASES = 20;

  @Test
  void the_real_tool_reads_our_sets_and_we_read_its_own() {
    System.out.println("IP sets in " + Kernel.require());
    assumeTrue(Kernel.has("ipset"), "ipset is not installed");
    try (Namespaces namespaces = new Namespaces()) {
      for (AddressPlan plan : List.of(AddressPlan.V4, AddressPlan.V6)) {
        for (long seed = 1; seed <= CASES; seed++) {
          String text = String.join("\n", new SetGenerator(new Dice(seed), plan).lines()) + "\n";
          IpSets ours = IpsetSave.read(text, 0);
          String namespace = namespaces.add("s" + plan.family() + seed);

          assertThat(elements(IpsetSave.read(saved(namespace, IpsetSave.print(ours, 0)), 0)))
              .as(plan.family() + " seed " + seed + "\n" + text)
              .isEqualTo(elements(ours));
        }
      }
    }
  }

  /** What {@code ipset save} prints of a text that {@code ipset restore} took. */
  private static String saved(String namespace, String text) {
    String[] restore = Kernel.in(namespace, "ipset", "restore");
    Shell.tryWith(text, restore).orFail(List.of(restore));
    return Shell.run(Kernel.in(namespace, "ipset", "save"));
  }

  private static Map<String, TreeSet<String>> elements(IpSets sets) {
    Map<String, TreeSet<String>> elements = new TreeMap<>();
    for (IpSet set : sets.all()) {
      TreeSet<String> texts = new TreeSet<>();
      set.elements().stream().map(SetElement::toString).forEach(texts::add);
      elements.put(set.name() + " " + set.header().type(), texts);
    }
    return elements;
  }
}
