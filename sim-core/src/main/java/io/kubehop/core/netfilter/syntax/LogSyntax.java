package io.kubehop.core.netfilter.syntax;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Log;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code -j LOG}. */
final class LogSyntax implements TargetSyntax<Log> {
  private static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.value("log-prefix"),
          OptionSpec.value("log-level"),
          OptionSpec.flag("log-tcp-sequence"),
          OptionSpec.flag("log-tcp-options"),
          OptionSpec.flag("log-ip-options"),
          OptionSpec.flag("log-uid"),
          OptionSpec.flag("log-macdecode"));
  private static final int LONGEST_PREFIX = 29;
  private static final int WARNING = 4;
  private static final List<String> LEVELS =
      List.of("emerg", "alert", "crit", "err", "warn", "notice", "info", "debug");
  private static final ImmutableMap<String, Integer> FLAGS =
      ImmutableMap.of(
          "log-tcp-sequence", Log.TCP_SEQUENCE,
          "log-tcp-options", Log.TCP_OPTIONS,
          "log-ip-options", Log.IP_OPTIONS,
          "log-uid", Log.UID,
          "log-macdecode", Log.MAC_DECODE);

  @Override
  public List<String> names() {
    return List.of("LOG");
  }

  @Override
  public Class<Log> type() {
    return Log.class;
  }

  @Override
  public List<OptionSpec> options(IpFamily family) {
    return OPTIONS;
  }

  @Override
  public Target read(String name, Options options) {
    Options.Given prefix = options.get("log-prefix");
    Options.Given level = options.get("log-level");
    int flags = 0;
    for (Map.Entry<String, Integer> flag : FLAGS.entrySet()) {
      flags |= options.has(flag.getKey()) ? flag.getValue() : 0;
    }
    String text = prefix == null ? "" : prefix.value().text();
    // The tool cuts off what the kernel has no room for.
    String kept = text.substring(0, Math.min(LONGEST_PREFIX, text.length()));
    return new Log(kept, level == null ? WARNING : level(level.value()), flags);
  }

  @Override
  public void write(Log target, OptionWriter out) {
    if (!target.prefix().isEmpty()) {
      out.text("--log-prefix", target.prefix());
    }
    if (target.level() != WARNING) {
      out.option("--log-level", target.level());
    }
    FLAGS.forEach((name, flag) -> out.flag((target.flags() & flag) != 0, "--" + name));
  }

  private static int level(Word word) {
    String text = word.text().toLowerCase(Locale.ROOT);
    if (text.equals("panic")) {
      return 0;
    }
    for (int i = 0; i < LEVELS.size(); i++) {
      if (!text.isEmpty() && (text.startsWith(LEVELS.get(i)) || LEVELS.get(i).startsWith(text))) {
        return i;
      }
    }
    return (int) NumberText.read(word, LEVELS.size() - 1, "a log level");
  }
}
