package io.kubehop.core.nftables.set;

import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.NftVerdict;
import io.kubehop.core.nftables.value.TimeText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a set or map.
 *
 * @param key what it stands for
 * @param data what it maps to; null in a set
 * @param timeout how long it stays after it was added or updated, in milliseconds; 0 if the set
 *     decides
 * @param expires how long it had left when it was captured, in milliseconds; negative if that is
 *     not said
 * @param deadline when it disappears, in nanoseconds of virtual time; negative for never
 * @param statements what runs when a packet finds it, such as a limit
 * @param comment a comment; may be empty
 */
public record SetElement(
    ElementKey key,
    @Nullable ElementData data,
    long timeout,
    long expires,
    long deadline,
    List<? extends ElementAction> statements,
    String comment) {
  /** Stands for whatever a set holds that is not modelled. */
  public static final SetElement UNKNOWN = of(new Key());

  private static final long MILLISECOND = 1_000_000;

  /** An element of a set. */
  public static SetElement of(Key key) {
    return new SetElement(ElementKey.of(key), null, 0, -1, -1, List.of(), "");
  }

  /** An element of a map to values. */
  public static SetElement of(Key key, Key value) {
    return of(ElementKey.of(key), ElementData.of(value));
  }

  /** An element of a verdict map. */
  public static SetElement of(Key key, NftVerdict verdict) {
    return of(ElementKey.of(key), ElementData.of(verdict));
  }

  /** An element of a set or map. */
  public static SetElement of(ElementKey key, @Nullable ElementData data) {
    return new SetElement(key, data, 0, -1, -1, List.of(), "");
  }

  /** The same with a comment. */
  public SetElement withComment(String newComment) {
    return new SetElement(key, data, timeout, expires, deadline, statements, newComment);
  }

  /** The same as it stands on a host until a time. */
  SetElement until(long newDeadline) {
    return new SetElement(key, data, timeout, expires, newDeadline, statements, comment);
  }

  /** The verdict that it maps to; only in verdict maps. */
  public NftVerdict verdict() {
    if (data == null || data.verdict() == null) {
      throw new IllegalStateException("the element has no verdict");
    }
    return data.verdict();
  }

  /** As nft writes it in a set of that header. */
  public String text(SetHeader header) {
    StringBuilder text = new StringBuilder(key.text(header.keyTypes()));
    if (timeout > 0) {
      text.append(" timeout ").append(TimeText.print(timeout));
    }
    if (expires >= 0) {
      text.append(" expires ").append(TimeText.print(expires));
    }
    for (ElementAction statement : statements) {
      text.append(' ').append(statement.text());
    }
    if (!comment.isEmpty()) {
      text.append(" comment \"").append(comment).append('"');
    }
    if (data != null) {
      text.append(" : ").append(data.text(header.dataTypes()));
    }
    return text.toString();
  }

  /** When it disappears if it is added or updated now. */
  static long deadline(long millis, long now) {
    return millis > 0 ? now + millis * MILLISECOND : -1;
  }

  /** Whether it has disappeared. */
  boolean isGone(long now) {
    return deadline >= 0 && deadline <= now;
  }
}
