package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.NfAcct;
import java.util.List;

/** {@code -m nfacct}. */
final class NfAcctSyntax implements MatchSyntax<NfAcct> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.value("nfacct-name"));

  @Override
  public List<String> names() {
    return List.of("nfacct");
  }

  @Override
  public List<Class<? extends NfAcct>> types() {
    return List.of(NfAcct.class);
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Match read(String name, Options options) {
    return new NfAcct(options.require("nfacct-name").value().text());
  }

  @Override
  public void write(NfAcct match, OptionWriter out) {
    out.option("--nfacct-name", match.name());
  }
}
