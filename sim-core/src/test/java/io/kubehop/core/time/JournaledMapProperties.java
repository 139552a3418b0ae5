package io.kubehop.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The map against a {@link LinkedHashMap}. */
class JournaledMapProperties {

  @Property
  void behavesAsALinkedHashMapAndRollsBackToItsVeryOrder(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 29) Integer> before,
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 29) Integer> after) {
    Journal journal = new Journal();
    JournaledMap<Integer, Integer> map = new JournaledMap<>(journal);
    Map<Integer, Integer> model = new LinkedHashMap<>();
    before.forEach(operation -> perform(map, model, operation));
    assertSame(map, model);
    Map<Integer, Integer> kept = new LinkedHashMap<>(model);

    int mark = journal.savepoint();
    after.forEach(operation -> perform(map, model, operation));
    assertSame(map, model);
    journal.rollback(mark);

    assertSame(map, kept);
  }

  /** Below 20 puts under one of ten keys, else removes. */
  private static void perform(
      JournaledMap<Integer, Integer> map, Map<Integer, Integer> model, int operation) {
    int key = operation % 10;
    if (operation < 20) {
      map.put(key, operation);
      model.put(key, operation);
    } else {
      assertThat(map.remove(key)).isEqualTo(model.remove(key));
    }
  }

  private static void assertSame(JournaledMap<Integer, Integer> map, Map<Integer, Integer> model) {
    assertThat(map.keys()).isEqualTo(new ArrayList<>(model.keySet()));
    assertThat(map.values()).isEqualTo(new ArrayList<>(model.values()));
    assertThat(map.size()).isEqualTo(model.size());
    model.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
  }
}
