package io.kubehop.ingress.nginx.balance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A ring of points, 160 for each node (lua-resty-balancer, chash): a key belongs to the node of the
 * first point at or after its CRC-32. The points of a node are the CRC-32 of its name followed by
 * the point before, in little-endian order, beginning with four zeros.
 */
final class HashRing {
  private static final int POINTS_PER_NODE = 160;
  private static final long SIZE = 1L << 32;

  private final long[] hashes;
  private final int[] nodes;
  private final int nodeCount;

  private record Point(long hash, int node) {}

  HashRing(List<String> names) {
    nodeCount = names.size();
    Point[] points = new Point[nodeCount * POINTS_PER_NODE];
    for (int node = 0; node < nodeCount; node++) {
      fill(points, node, names.get(node));
    }
    Arrays.sort(points, Comparator.comparingLong(Point::hash));
    hashes = Arrays.stream(points).mapToLong(Point::hash).toArray();
    nodes = Arrays.stream(points).mapToInt(Point::node).toArray();
  }

  private static void fill(Point[] points, int node, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    byte[] input = Arrays.copyOf(bytes, bytes.length + 4);
    for (int i = 0; i < POINTS_PER_NODE; i++) {
      long hash = crc32(input);
      points[node * POINTS_PER_NODE + i] = new Point(hash, node);
      for (int b = 0; b < 4; b++) {
        input[bytes.length + b] = (byte) (hash >>> (8 * b));
      }
    }
  }

  private static long crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  /** The node that a key belongs to; the key has a character for each byte. */
  int find(String key) {
    long hash = crc32(key.getBytes(StandardCharsets.ISO_8859_1));
    int index = Arrays.binarySearch(hashes, hash);
    while (index > 0 && hashes[index - 1] == hash) {
      index--;
    }
    index = index < 0 ? -index - 1 : index;
    return nodes[index == nodes.length ? 0 : index];
  }

  /** How many of the 2^32 hashes belong to each node. */
  long[] shares() {
    long[] shares = new long[nodeCount];
    long before = hashes[hashes.length - 1] - SIZE;
    for (int i = 0; i < hashes.length; i++) {
      shares[nodes[i]] += hashes[i] - before;
      before = hashes[i];
    }
    return shares;
  }
}
