package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.evaluation.StateSite;
import io.kubehop.core.nftables.statement.Counter;
import io.kubehop.core.nftables.statement.Limit;
import io.kubehop.core.nftables.statement.Quota;
import io.kubehop.core.nftables.statement.Statement;
import io.kubehop.core.nftables.statement.UnmodelledStatement;
import org.jspecify.annotations.Nullable;

/** Reads the statements that keep a state: in rules, on elements of sets, and as objects. */
final class StatefulReader {
  private static final long SECOND = 1_000_000_000L;
  private static final long DEFAULT_BURST = 5;

  private final Cursor cursor;

  StatefulReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads a counter, limit or quota, if the next word begins one. */
  @Nullable Statement tryRead() {
    Token first = cursor.peek();
    if (cursor.take("counter")) {
      return counter();
    }
    if (cursor.take("limit")) {
      cursor.expect("rate", "behind limit");
      return limit(first);
    }
    if (cursor.take("quota")) {
      return quota(first);
    }
    if (cursor.isNext("ct") && cursor.peek(1).is("count")) {
      cursor.next();
      cursor.next();
      cursor.take("over");
      cursor.number("how many connections");
      return new UnmodelledStatement(cursor.since(first));
    }
    return null;
  }

  /** Reads what stands behind {@code counter}. */
  Statement counter() {
    long packets = 0;
    long bytes = 0;
    if (cursor.take("packets")) {
      packets = cursor.number("how many packets");
      cursor.expect("bytes", "behind the packets");
      bytes = cursor.number("how many bytes");
    }
    return new Counter(packets, bytes, new StateSite("counter"));
  }

  /** Reads what stands behind {@code limit rate}, or {@code rate} of a named limit. */
  Statement limit(Token first) {
    boolean over = cursor.take("over");
    Token token = cursor.peek();
    String word = cursor.word("a rate");
    int slash = word.indexOf('/');
    long rate = parse(token, slash < 0 ? word : word.substring(0, slash));
    String unit = slash < 0 ? "" : word.substring(slash + 1);
    boolean bytes = false;
    if (slash < 0) {
      Token measure = cursor.peek();
      String[] parts = cursor.word("bytes and a span of time, as in kbytes/second").split("/", 2);
      rate *= size(measure, parts[0]);
      unit = parts.length > 1 ? parts[1] : "";
      bytes = true;
    }
    if (rate == 0) {
      throw cursor.fault(token, "the rate is greater than 0");
    }
    long nanos = nanos(token, unit);
    long burst = cursor.take("burst") ? burst() : bytes ? 0 : DEFAULT_BURST;
    String text = cursor.since(first);
    return new Limit(over, rate, nanos, burst, bytes, text, new StateSite(text));
  }

  private long burst() {
    long count = cursor.number("the burst");
    Token token = cursor.peek();
    return cursor.take("packets") ? count : count * size(token, cursor.word("packets or bytes"));
  }

  private long parse(Token token, String digits) {
    if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(Character::isDigit)) {
      throw cursor.fault(token, token.shown() + " is no rate, such as 10/second");
    }
    return Long.parseLong(digits);
  }

  private long nanos(Token token, String unit) {
    return switch (unit) {
      case "second" -> SECOND;
      case "minute" -> 60 * SECOND;
      case "hour" -> 3600 * SECOND;
      case "day" -> 86_400 * SECOND;
      case "week" -> 7 * 86_400 * SECOND;
      default -> throw cursor.fault(token, "a rate is in second, minute, hour, day or week");
    };
  }

  private long size(Token token, String unit) {
    return switch (unit) {
      case "bytes" -> 1;
      case "kbytes" -> 1024;
      case "mbytes" -> 1024 * 1024;
      case "gbytes" -> 1024L * 1024 * 1024;
      default -> throw cursor.fault(token, "'" + unit + "' is none of bytes, kbytes and mbytes");
    };
  }

  /** Reads what stands behind {@code quota}, also of a named one. */
  Statement quota(Token first) {
    boolean over = cursor.take("over");
    if (!over) {
      cursor.take("until");
    }
    long bytes = cursor.number("the quota");
    bytes *= size(cursor.peek(), cursor.word("bytes, kbytes or mbytes"));
    long used = 0;
    if (cursor.take("used")) {
      used = cursor.number("how much was used");
      used *= size(cursor.peek(), cursor.word("bytes, kbytes or mbytes"));
    }
    String text = cursor.since(first);
    return new Quota(over, bytes, used, text, new StateSite(text));
  }
}
