package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Classify;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;
import java.util.Locale;

/** {@code -j CLASSIFY}. */
final class ClassifySyntax implements TargetSyntax<Classify> {
  private static final List<OptionSpec> OPTIONS = List.of(OptionSpec.value("set-class"));

  @Override
  public List<String> names() {
    return List.of("CLASSIFY");
  }

  @Override
  public Class<Classify> type() {
    return Classify.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    Word word = options.require("set-class").value();
    if (!word.text().matches("[0-9a-fA-F]{1,4}:[0-9a-fA-F]{1,4}")) {
      throw word.fault("'" + word.text() + "' is no class (such as 1:10)");
    }
    int colon = word.text().indexOf(':');
    return new Classify(
        Integer.parseInt(word.text().substring(0, colon), 16),
        Integer.parseInt(word.text().substring(colon + 1), 16));
  }

  @Override
  public void write(Classify target, OptionWriter out) {
    String value = String.format(Locale.ROOT, "%04x:%04x", target.major(), target.minor());
    out.option("--set-class", value);
  }
}
