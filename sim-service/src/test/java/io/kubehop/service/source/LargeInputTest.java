package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LargeInputTest {
  private static final int MEGABYTE = 1 << 20;

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void aDocumentOfFiveMegabytesIsRead() {
    String item = "- {name: web, port: 80, labels: {app: shop, tier: backend}}\n";
    int count = 5 * MEGABYTE / item.length();

    SourceNode root = Reading.one(item.repeat(count));

    assertThat(((SourceSequence) root).items()).hasSize(count);
  }

  @Test
  @Timeout(value = 40, unit = TimeUnit.SECONDS)
  void aDocumentOfFiftyMegabytesIsRead() {
    String line = "    a line of a text that somebody put into a ConfigMap, as people do\n";

    SourceNode root = Reading.one("data:\n  key: |\n" + line.repeat(50 * MEGABYTE / line.length()));

    assertThat(FieldPath.find(root, "data.key").orElseThrow().plain())
        .asString()
        .hasSizeGreaterThan(45 * MEGABYTE);
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  void aMapWithManyKeysIsReadInTimeThatGrowsWithItsSize() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append("key-").append(i).append(": 1\n");
    }

    assertThat(((SourceMapping) Reading.one(text.toString())).size()).isEqualTo(100_000);
  }
}
