package io.kubehop.core.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The persistent map against a {@link HashMap}. */
class PacketKeyMapProperties {
  private record Key(int tag, long high, long low) {
    static Key of(int number) {
      return new Key(number % 3, number % 2 == 0 ? 0 : Long.MIN_VALUE, 0x0001_0000_0000L * number);
    }
  }

  @Property
  void behavesAsAHashMapAndKeepsOldVersions(
      @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 299) Integer> operations) {
    PacketKeyMap<Integer> map = PacketKeyMap.empty();
    Map<Key, Integer> model = new HashMap<>();
    PacketKeyMap<Integer> oldMap = map;
    Map<Key, Integer> oldModel = Map.of();
    for (int operation : operations) {
      Key key = Key.of(operation / 3);
      if (operation == 150) {
        oldMap = map;
        oldModel = new HashMap<>(model);
      }
      if (operation % 3 == 0) {
        map = map.with(key.tag, key.high, key.low, null);
        model.remove(key);
      } else {
        map = map.with(key.tag, key.high, key.low, operation);
        model.put(key, operation);
      }
    }

    for (int number = 0; number < 100; number++) {
      Key key = Key.of(number);
      assertThat(map.get(key.tag, key.high, key.low)).isEqualTo(model.get(key));
      assertThat(oldMap.get(key.tag, key.high, key.low)).isEqualTo(oldModel.get(key));
    }
  }
}
