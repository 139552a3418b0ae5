package io.kubehop.dns.resolver;

import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.resolver.NameOutcome.Status;
import java.util.ArrayList;
import java.util.List;

/** The search of glibc (resolv/res_query.c, __res_context_search), the same for all types. */
final class GlibcSearch implements Search {
  private final List<DomainName> candidates = new ArrayList<>();
  private final boolean asIsFirst;
  private final boolean asIsLast;

  GlibcSearch(String name, ResolvConf conf) {
    boolean isComplete = name.endsWith(".");
    long dots = name.chars().filter(c -> c == '.').count();
    this.asIsFirst = isComplete || dots >= conf.ndots();
    if (asIsFirst) {
      DomainName.parse(name).ifPresent(candidates::add);
    }
    boolean rootIsListed = false;
    if (!isComplete) {
      for (String domain : conf.searches()) {
        String suffix = domain.startsWith(".") ? domain.substring(1) : domain;
        DomainName.parse(name + "." + suffix).ifPresent(candidates::add);
        rootIsListed |= suffix.isEmpty();
      }
    }
    this.asIsLast = !asIsFirst && !rootIsListed;
    if (asIsLast) {
      DomainName.parse(name).ifPresent(candidates::add);
    }
  }

  @Override
  public List<DomainName> candidates() {
    return candidates;
  }

  @Override
  public int next(int last, List<NameOutcome> outcomes) {
    int following = last + 1 < candidates.size() ? last + 1 : END;
    if (outcomes.isEmpty()) {
      return following;
    }
    return switch (outcomes.get(outcomes.size() - 1).status()) {
      case DATA -> END;
      case NO_DATA, NO_NAME, SERVFAIL -> following;
      case NO_SERVER -> asIsFirst && last == 0 ? following : END;
      case TIMED_OUT, NO_RECOVERY -> afterError(last, following);
    };
  }

  /** The rest of the list is not tried, but the name as it is still may be. */
  private int afterError(int last, int following) {
    if (asIsFirst && last == 0) {
      return following;
    }
    int asIs = candidates.size() - 1;
    return asIsLast && last < asIs ? asIs : END;
  }

  @Override
  public NameOutcome result(List<NameOutcome> outcomes) {
    NameOutcome last = outcomes.get(outcomes.size() - 1);
    if (last.status() == Status.DATA) {
      return last;
    } else if (asIsFirst) {
      return outcomes.get(0);
    }
    for (Status preferred : List.of(Status.NO_DATA, Status.SERVFAIL)) {
      for (NameOutcome outcome : outcomes) {
        if (outcome.status() == preferred) {
          return outcome;
        }
      }
    }
    return last;
  }
}
