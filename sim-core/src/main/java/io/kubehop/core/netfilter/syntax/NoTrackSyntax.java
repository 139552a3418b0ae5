package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.NoTrack;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/** {@code -j NOTRACK}. */
final class NoTrackSyntax implements TargetSyntax<NoTrack> {

  @Override
  public List<String> names() {
    return List.of("NOTRACK");
  }

  @Override
  public Class<NoTrack> type() {
    return NoTrack.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return List.of();
  }

  @Override
  public Target read(String name, Options options) {
    return new NoTrack();
  }

  @Override
  public void write(NoTrack target, OptionWriter out) {
    // It has no options.
  }
}
