package io.kubehop.core.ipset;

import java.util.List;

/** The text form of all sets, as {@code ipset save} prints it. */
public final class IpsetSave {
  private static final long SECOND = 1_000_000_000;

  private IpsetSave() {}

  /**
   * Reads what {@code ipset save} printed. Sets of a type, or with an option, that is not modelled
   * are left out, so that rules which name them cannot be decided.
   *
   * @param now the virtual time at which time-outs begin, in nanoseconds
   * @throws IpsetTextException if {@code ipset restore} would refuse it
   */
  public static IpSets read(String text, long now) {
    IpsetReader reader = new IpsetReader(now);
    text.lines().forEach(reader::read);
    return reader.sets();
  }

  /**
   * Prints all sets, lists last, elements sorted (the real tool prints them in the order of its
   * hash).
   *
   * @param now virtual time in nanoseconds, for what is left of time-outs
   */
  public static String print(IpSets sets, long now) {
    StringBuilder out = new StringBuilder();
    List<IpSet> all = sets.all();
    all.stream().filter(set -> !isList(set)).forEach(set -> print(set, now, out));
    all.stream().filter(IpsetSave::isList).forEach(set -> print(set, now, out));
    return out.toString();
  }

  private static boolean isList(IpSet set) {
    return set.header().type() == SetType.LIST_SET;
  }

  private static void print(IpSet set, long now, StringBuilder out) {
    SetHeader header = set.header();
    out.append("create ").append(header.name()).append(' ').append(header.type());
    out.append(header.options().isEmpty() ? "" : " ").append(header.options()).append('\n');
    for (SetElement element : set.elements()) {
      if (element.expiry() > now) {
        out.append("add ").append(header.name()).append(' ').append(element);
        if (header.timeout() >= 0) {
          boolean stays = element.expiry() == Long.MAX_VALUE;
          out.append(" timeout ").append(stays ? 0 : (element.expiry() - now) / SECOND);
        }
        out.append(element.nomatch() ? " nomatch" : "");
        out.append(element.extras().isEmpty() ? "" : " ").append(element.extras()).append('\n');
      }
    }
  }
}
