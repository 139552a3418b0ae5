package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.statement.Inert;
import io.kubehop.core.nftables.statement.Statement;
import org.jspecify.annotations.Nullable;

/** Reads statements on which nothing here depends. */
final class InertReader {
  private final Cursor cursor;

  InertReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads such a statement, if the next tokens are one. */
  @Nullable Statement tryRead() {
    Token first = cursor.peek();
    if (first.is("log")) {
      cursor.next();
      LogOptions.skip(cursor);
      return new Inert(cursor.since(first));
    }
    int values =
        isNext("tcp", "option", "maxseg", "size", "set")
            ? (cursor.peek(5).is("rt") ? 7 : 6)
            : isNext("meta", "nftrace", "set")
                    || isNext("meta", "priority", "set")
                    || isNext("ct", "helper", "set")
                ? 4
                : 0;
    if (values == 0) {
      return null;
    }
    for (int i = 0; i < values; i++) {
      cursor.next();
    }
    return new Inert(cursor.since(first));
  }

  private boolean isNext(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!cursor.peek(i).is(words[i])) {
        return false;
      }
    }
    return true;
  }
}
