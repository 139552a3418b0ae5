package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.matches.Icmp;
import io.kubehop.core.netfilter.matches.Match;
import java.util.List;

/** {@code -m icmp} and {@code -m icmp6}. */
final class IcmpSyntax implements MatchSyntax<Icmp> {

  @Override
  public List<String> names() {
    return List.of("icmp", "icmp6");
  }

  @Override
  public List<Class<? extends Icmp>> types() {
    return List.of(Icmp.class);
  }

  @Override
  public String name(Icmp match, IpFamily family) {
    return match.protocol() == Protocol.ICMPV6 ? "icmp6" : "icmp";
  }

  @Override
  public List<OptionSpec> options(String name, IpFamily family) {
    return List.of(OptionSpec.value(isV6(name) ? "icmpv6-type" : "icmp-type").orNot());
  }

  @Override
  public Match read(String name, Options options) {
    boolean v6 = isV6(name);
    Options.Given option = options.require(v6 ? "icmpv6-type" : "icmp-type");
    Word word = option.value();
    String text = IcmpNames.numbers(word.text(), v6);
    Protocol protocol = v6 ? Protocol.ICMPV6 : Protocol.ICMP;
    if (text.equals("any") && !v6) {
      return new Icmp(protocol, option.negated(), Icmp.ANY, 0, 255);
    }
    int slash = text.indexOf('/');
    String type = slash < 0 ? text : text.substring(0, slash);
    int number = (int) NumberText.read(word, type, 0, 255, "an ICMP type");
    if (slash < 0) {
      return new Icmp(protocol, option.negated(), number, 0, 255);
    }
    int code = (int) NumberText.read(word, text.substring(slash + 1), 0, 255, "an ICMP code");
    return new Icmp(protocol, option.negated(), number, code, code);
  }

  @Override
  public void write(Icmp match, OptionWriter out) {
    boolean v6 = match.protocol() == Protocol.ICMPV6;
    boolean any = !v6 && match.type() == Icmp.ANY;
    String code = match.minCode() == match.maxCode() ? "/" + match.minCode() : "";
    out.option(
        match.inverted(), v6 ? "--icmpv6-type" : "--icmp-type", any ? "any" : match.type() + code);
  }

  private static boolean isV6(String name) {
    return name.equals("icmp6");
  }
}
