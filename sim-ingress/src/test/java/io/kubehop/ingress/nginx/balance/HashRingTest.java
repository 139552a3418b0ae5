package io.kubehop.ingress.nginx.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashRingTest {
  private static final List<String> NODES =
      List.of("10.244.0.11:8080", "10.244.1.12:8080", "10.244.0.13:8080", "10.244.1.14:8080");

  private final HashRing ring = new HashRing(NODES);

  @ParameterizedTest(name = "{0} belongs to {1}")
  @CsvSource({"/a, 3", "/b, 1", "/c, 2", "jane, 2", "joe, 2", "'', 1"})
  void choosesAsLuaRestyBalancerDoes(String key, int node) {
    assertThat(ring.find(key)).isEqualTo(node);
  }

  @Test
  void sharesAddUpToTheWholeRing() {
    assertThat(Arrays.stream(ring.shares()).sum()).isEqualTo(1L << 32);
  }

  @Test
  void aNodeThatComesTakesKeysFromOthersAndMovesNoneBetweenThem() {
    HashRing larger = new HashRing(List.of(NODES.get(0), NODES.get(1), NODES.get(2), "new:1"));
    HashRing smaller = new HashRing(NODES.subList(0, 3));

    for (int i = 0; i < 1000; i++) {
      int before = smaller.find("key" + i);
      assertThat(larger.find("key" + i)).isIn(before, 3);
    }
  }
}
