package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.Owner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code -m owner}. */
final class OwnerSyntax implements MatchSyntax<Owner> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.flag("socket-exists").orNot(),
          OptionSpec.value("uid-owner").orNot(),
          OptionSpec.value("gid-owner").orNot(),
          OptionSpec.flag("suppl-groups"));
  private static final long MOST = 0xffff_ffffL;

  @Override
  public List<String> names() {
    return List.of("owner");
  }

  @Override
  public List<Class<? extends Owner>> types() {
    return List.of(Owner.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    if (options.isEmpty()) {
      throw options.fault("--uid-owner, --gid-owner or --socket-exists must be given");
    }
    Options.Given exists = options.get("socket-exists");
    return new Owner(
        range(options.get("uid-owner")),
        range(options.get("gid-owner")),
        exists == null ? null : !exists.negated(),
        options.has("suppl-groups"));
  }

  @Override
  public void write(Owner match, OptionWriter out) {
    Boolean exists = match.socketExists();
    if (exists != null) {
      out.flag(!exists, "!").word("--socket-exists");
    }
    write("--uid-owner", match.user(), out);
    write("--gid-owner", match.group(), out);
    out.flag(match.supplementary(), "--suppl-groups");
  }

  private static Owner.@Nullable IdRange range(Options.@Nullable Given option) {
    if (option == null) {
      return null;
    }
    if (option.value().text().equals("root")) {
      return new Owner.IdRange(option.negated(), 0, 0);
    }
    NumberText.Range range = NumberText.range(option.value(), '-', MOST, "a user or group number");
    return new Owner.IdRange(option.negated(), range.from(), range.to());
  }

  private static void write(String option, Owner.@Nullable IdRange ids, OptionWriter out) {
    if (ids != null) {
      out.option(ids.inverted(), option, OptionWriter.range(ids.from(), ids.to(), "-"));
    }
  }
}
