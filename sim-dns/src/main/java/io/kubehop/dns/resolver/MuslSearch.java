package io.kubehop.dns.resolver;

import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.resolver.NameOutcome.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * The search of musl (src/network/lookup_name.c, name_from_dns_search): for addresses only, and
 * only for names with few dots; any other answer than that a name does not exist ends it.
 */
final class MuslSearch implements Search {
  /** A longer line does not fit into the buffer, and is passed over. */
  private static final int LONGEST_LINE = 254;

  private final List<DomainName> candidates = new ArrayList<>();

  MuslSearch(String name, boolean forAddresses, ResolvConf conf) {
    long dots = name.chars().filter(c -> c == '.').count();
    boolean searches = forAddresses && dots < conf.ndots() && !name.endsWith(".");
    String line = "search " + String.join(" ", conf.searches());
    if (searches && line.length() <= LONGEST_LINE) {
      for (String domain : conf.searches()) {
        DomainName.parse(name + "." + domain).ifPresent(candidates::add);
      }
    }
    DomainName.parse(name).ifPresent(candidates::add);
  }

  @Override
  public List<DomainName> candidates() {
    return candidates;
  }

  @Override
  public int next(int last, List<NameOutcome> outcomes) {
    boolean goesOn =
        outcomes.isEmpty() || outcomes.get(outcomes.size() - 1).status() == Status.NO_NAME;
    return goesOn && last + 1 < candidates.size() ? last + 1 : END;
  }

  @Override
  public NameOutcome result(List<NameOutcome> outcomes) {
    return outcomes.get(outcomes.size() - 1);
  }
}
