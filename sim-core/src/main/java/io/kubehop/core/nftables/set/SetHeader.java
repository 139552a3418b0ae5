package io.kubehop.core.nftables.set;

import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/**
 * What a set or map is, without its elements.
 *
 * @param name its name; empty for an anonymous one
 * @param kind whether it maps, and to what
 * @param keyTypes the types of the parts of keys
 * @param dataTypes the types of the parts of values; empty unless it maps to values
 * @param typeText the types as the text names them, such as {@code type ipv4_addr : verdict} or
 *     {@code typeof ip saddr}
 * @param flags {@code constant}, {@code interval}, {@code timeout}, {@code dynamic}
 * @param timeout how long elements stay that do not say it themselves, in milliseconds; 0 for ever
 * @param size how many elements it takes at most; 0 for any number
 * @param other further lines, as they are written, such as {@code policy memory} or {@code counter}
 * @param comment a comment; may be empty
 */
public record SetHeader(
    String name,
    SetKind kind,
    List<ValueType> keyTypes,
    List<ValueType> dataTypes,
    String typeText,
    List<String> flags,
    long timeout,
    int size,
    List<String> other,
    String comment) {

  /** Copies the lists. */
  public SetHeader {
    keyTypes = List.copyOf(keyTypes);
    dataTypes = List.copyOf(dataTypes);
    flags = List.copyOf(flags);
    other = List.copyOf(other);
  }

  /** A set of keys of some types. */
  public static SetHeader set(String name, ValueType... keyTypes) {
    return plain(name, SetKind.SET, List.of(keyTypes), List.of());
  }

  /** A verdict map with keys of some types. */
  public static SetHeader verdictMap(String name, ValueType... keyTypes) {
    return plain(name, SetKind.VERDICT_MAP, List.of(keyTypes), List.of());
  }

  /** A set or map without flags, limits and comment. */
  public static SetHeader plain(
      String name, SetKind kind, List<ValueType> keyTypes, List<ValueType> dataTypes) {
    StringBuilder type = new StringBuilder("type ").append(join(keyTypes));
    if (kind != SetKind.SET) {
      type.append(" : ").append(kind == SetKind.VERDICT_MAP ? "verdict" : join(dataTypes));
    }
    return new SetHeader(
        name, kind, keyTypes, dataTypes, type.toString(), List.of(), 0, 0, List.of(), "");
  }

  private static String join(List<ValueType> types) {
    return String.join(" . ", types.stream().map(ValueType::name).toList());
  }

  /** The same with a comment. */
  public SetHeader withComment(String newComment) {
    return new SetHeader(
        name, kind, keyTypes, dataTypes, typeText, flags, timeout, size, other, newComment);
  }

  /** The same with elements that packets add and that disappear by themselves. */
  public SetHeader withTimeout(long millis, int newSize) {
    return new SetHeader(
        name,
        kind,
        keyTypes,
        dataTypes,
        typeText,
        List.of("dynamic", "timeout"),
        millis,
        newSize,
        other,
        comment);
  }
}
