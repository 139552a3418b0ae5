package io.kubehop.core.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The persistent map against a {@link TreeMap}. */
class SortedTreeProperties {

  @Property
  void behavesAsATreeMap(
      @ForAll @Size(max = 200) List<@IntRange(min = -50, max = 50) Integer> operations) {
    SortedTree<Integer> tree = null;
    TreeMap<String, Integer> model = new TreeMap<>();
    for (int operation : operations) {
      String key = "k" + Math.abs(operation);
      if (operation < 0) {
        tree = SortedTree.without(tree, key);
        model.remove(key);
      } else {
        tree = SortedTree.with(tree, key, operation + model.size(), operation);
        model.put(key, operation + model.size());
      }
    }

    assertThat(SortedTree.get(tree, "k7")).isEqualTo(model.get("k7"));
    assertThat(content(tree)).containsExactlyEntriesOf(model);
    assertThat(SortedTree.totalBefore(tree, "k30")).isEqualTo(weight(model.headMap("k30")));
    assertThat(SortedTree.total(tree)).isEqualTo(weight(model));
  }

  @Property
  void oldMapsStayAsTheyWere(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 50) Integer> keys) {
    SortedTree<Integer> before = null;
    for (int key : keys) {
      before = SortedTree.with(before, "k" + key, key, 1);
    }
    Map<String, Integer> content = content(before);

    SortedTree.with(before, "k99", 99, 1);
    SortedTree.without(before, "k" + keys.get(0));

    assertThat(content(before)).isEqualTo(content);
  }

  private static Map<String, Integer> content(SortedTree<Integer> tree) {
    Map<String, Integer> content = new LinkedHashMap<>();
    SortedTree.forEach(tree, content::put);
    return content;
  }

  /** Each key kN has weight N. */
  private static int weight(Map<String, Integer> model) {
    return model.keySet().stream().mapToInt(key -> Integer.parseInt(key.substring(1))).sum();
  }
}
