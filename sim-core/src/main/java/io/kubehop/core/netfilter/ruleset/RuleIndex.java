package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.collect.PacketKeyMap;
import io.kubehop.core.net.Packet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rules that can match a packet: those under its destination address and port, its
 * address, its port, its source address, and those that name none of them. Each list is in the
 * order of the chain. Persistent: changes leave the old index as it was.
 *
 * <p>A rule is kept under a value only if its match stands before every match with a side effect,
 * so that a rule which the index leaves out would have left nothing behind.
 */
final class RuleIndex {
  static final RuleIndex EMPTY = new RuleIndex(noBuckets());

  /**
   * A map for each shape: the few rules without an address stay in small maps that are always in
   * the processor's caches, and are not looked for among those of ten thousand addresses.
   */
  private final PacketKeyMap<CompiledRule[]>[] buckets;

  private RuleIndex(PacketKeyMap<CompiledRule[]>[] buckets) {
    this.buckets = buckets;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know nothing of type parameters
  private static PacketKeyMap<CompiledRule[]>[] noBuckets() {
    PacketKeyMap<CompiledRule[]>[] none = new PacketKeyMap[IndexKey.SHAPES];
    Arrays.fill(none, PacketKeyMap.<CompiledRule[]>empty());
    return none;
  }

  /** Indexes rules, which are in order. */
  static RuleIndex of(CompiledRule[] rules) {
    return EMPTY.with(rules);
  }

  /** The index with more rules, all of one block. */
  RuleIndex with(CompiledRule[] rules) {
    PacketKeyMap<CompiledRule[]>[] changed = buckets.clone();
    for (Map.Entry<IndexKey, List<CompiledRule>> entry : grouped(rules).entrySet()) {
      IndexKey key = entry.getKey();
      PacketKeyMap<CompiledRule[]> map = changed[key.shape()];
      CompiledRule[] bucket = map.get(key.ports(), key.high(), key.low());
      changed[key.shape()] =
          map.with(key.ports(), key.high(), key.low(), merged(bucket, entry.getValue()));
    }
    return new RuleIndex(changed);
  }

  /** The index without rules that it has, all of one block. */
  RuleIndex without(CompiledRule[] rules) {
    PacketKeyMap<CompiledRule[]>[] changed = buckets.clone();
    for (Map.Entry<IndexKey, List<CompiledRule>> entry : grouped(rules).entrySet()) {
      IndexKey key = entry.getKey();
      String block = entry.getValue().get(0).block;
      PacketKeyMap<CompiledRule[]> map = changed[key.shape()];
      CompiledRule[] bucket = Objects.requireNonNull(map.get(key.ports(), key.high(), key.low()));
      CompiledRule[] rest =
          Arrays.stream(bucket).filter(r -> !r.block.equals(block)).toArray(CompiledRule[]::new);
      changed[key.shape()] =
          map.with(key.ports(), key.high(), key.low(), rest.length == 0 ? null : rest);
    }
    return new RuleIndex(changed);
  }

  /** Gives a frame the rules that can match a packet. */
  void candidates(Packet packet, Frame frame) {
    int port = IndexKey.ports(packet.protocol(), packet.destinationPort());
    long high = packet.destinationHigh();
    long low = packet.destinationLow();
    find(IndexKey.DESTINATION_AND_PORT, port, high, low, frame);
    find(IndexKey.DESTINATION, 0, high, low, frame);
    find(IndexKey.PORT, port, 0, 0, frame);
    find(IndexKey.SOURCE, 0, packet.sourceHigh(), packet.sourceLow(), frame);
    find(IndexKey.ANYTHING, 0, 0, 0, frame);
  }

  private void find(int shape, int ports, long high, long low, Frame frame) {
    CompiledRule[] bucket = buckets[shape].get(ports, high, low);
    if (bucket != null) {
      frame.addFound(bucket);
    }
  }

  private static Map<IndexKey, List<CompiledRule>> grouped(CompiledRule[] rules) {
    Map<IndexKey, List<CompiledRule>> groups = new LinkedHashMap<>();
    for (CompiledRule rule : rules) {
      groups.computeIfAbsent(rule.indexKey(), key -> new ArrayList<>(1)).add(rule);
    }
    return groups;
  }

  private static CompiledRule[] merged(CompiledRule @Nullable [] bucket, List<CompiledRule> more) {
    if (bucket == null) {
      return more.toArray(new CompiledRule[0]);
    }
    int at = 0;
    while (at < bucket.length && bucket[at].isBefore(more.get(0))) {
      at++;
    }
    return Stream.of(
            Arrays.stream(bucket, 0, at), more.stream(), Arrays.stream(bucket, at, bucket.length))
        .flatMap(part -> part)
        .toArray(CompiledRule[]::new);
  }
}
