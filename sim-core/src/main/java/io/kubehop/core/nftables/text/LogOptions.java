package io.kubehop.core.nftables.text;

/** Passes over the options of {@code log}, on which nothing here depends. */
final class LogOptions {
  private LogOptions() {}

  static void skip(Cursor cursor) {
    while (true) {
      if (cursor.take("prefix")) {
        cursor.wordOrString("the prefix");
      } else if (cursor.isNextOneOf("group", "snaplen", "queue-threshold")) {
        cursor.next();
        cursor.number("the option's value");
      } else if (cursor.take("level")) {
        cursor.word("a level");
      } else if (cursor.take("flags")) {
        flags(cursor);
      } else {
        return;
      }
    }
  }

  private static void flags(Cursor cursor) {
    boolean list = cursor.isNextOneOf("tcp", "ip");
    cursor.word("a flag");
    if (list) {
      cursor.word("an option");
      while (cursor.take(",")) {
        cursor.word("an option");
      }
    }
  }
}
