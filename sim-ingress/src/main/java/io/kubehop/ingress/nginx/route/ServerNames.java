package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.nginx.uri.Pcre;
import io.kubehop.ingress.nginx.uri.PcreException;
import io.kubehop.ingress.proxy.Explanation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the server of a host name as nginx does (ngx_http_server_names): an exact name, else the
 * longest name that begins with {@code *.}, else the longest that ends with {@code .*}, else the
 * first expression that matches, else the default server.
 */
final class ServerNames {
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_-]+");

  private final Map<String, CompiledServer> exact = new LinkedHashMap<>(); // never iterated
  private final Map<String, CompiledServer> heads = new LinkedHashMap<>(); // never iterated
  private final Map<String, CompiledServer> tails = new LinkedHashMap<>(); // never iterated
  private final Map<String, Ranked> wildcards = new LinkedHashMap<>(); // never iterated
  private final List<Expression> expressions = new ArrayList<>();
  private int ranks;

  private record Ranked(int rank, CompiledServer server) {}

  private record Expression(int rank, Pcre pattern, CompiledServer server) {}

  /** Adds a name as {@code server_name} has it; the first server keeps a name that it has. */
  void add(String name, CompiledServer server) throws RefusedConfigurationException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.startsWith("~")) {
      addExpression(name.substring(1), server);
    } else if (lower.startsWith("*.") && isPlain(lower.substring(2))) {
      heads.putIfAbsent(lower.substring(1), server);
    } else if (lower.startsWith(".") && isPlain(lower.substring(1))) {
      exact.putIfAbsent(lower.substring(1), server);
      heads.putIfAbsent(lower, server);
    } else if (lower.endsWith(".*") && isPlain(lower.substring(0, lower.length() - 2))) {
      tails.putIfAbsent(lower.substring(0, lower.length() - 1), server);
    } else if (lower.indexOf('*') >= 0) {
      throw refused("invalid server name or wildcard \"" + name + "\"");
    } else {
      exact.putIfAbsent(lower, server);
    }
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty() && name.indexOf('*') < 0;
  }

  /**
   * A wildcard host covers one label of letters, digits, underscores and hyphens. To nginx it is an
   * expression, which stands among the others; it is found by what follows the label.
   */
  void addHost(String host, CompiledServer server) throws RefusedConfigurationException {
    if (host.startsWith("*.")) {
      wildcards.putIfAbsent(host.substring(2), new Ranked(ranks++, server));
    } else {
      add(host, server);
    }
  }

  private void addExpression(String regex, CompiledServer server)
      throws RefusedConfigurationException {
    try {
      boolean upperCase = !regex.equals(regex.toLowerCase(Locale.ROOT));
      expressions.add(new Expression(ranks++, Pcre.compile(regex, upperCase), server));
    } catch (PcreException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private static RefusedConfigurationException refused(String why) {
    return new RefusedConfigurationException(why, null);
  }

  /** The server of a name in lower case, or null if the default server is to answer. */
  @Nullable CompiledServer find(String name, Explanation explanation) {
    CompiledServer found = exact.get(name);
    String how = "an exact name";
    if (found == null) {
      found = byHead(name);
      how = "a wildcard name";
    }
    if (found == null) {
      found = byTail(name);
    }
    if (found == null) {
      found = byExpression(name);
      how = "the host as an expression";
    }
    if (explanation.isWanted()) {
      explanation.add(
          found == null
              ? "server _: no host fits " + name
              : "server " + found.name() + ": " + how + " fits " + name);
    }
    return found;
  }

  private @Nullable CompiledServer byHead(String name) {
    for (int dot = name.indexOf('.', 1); dot > 0; dot = name.indexOf('.', dot + 1)) {
      CompiledServer found = heads.get(name.substring(dot));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable CompiledServer byTail(String name) {
    for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      CompiledServer found = tails.get(name.substring(0, dot + 1));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable CompiledServer byExpression(String name) {
    Ranked wildcard = byWildcard(name);
    for (Expression expression : expressions) {
      if (wildcard != null && wildcard.rank < expression.rank) {
        break;
      }
      if (expression.pattern.matches(name)) {
        return expression.server;
      }
    }
    return wildcard == null ? null : wildcard.server;
  }

  private @Nullable Ranked byWildcard(String name) {
    int dot = name.indexOf('.');
    boolean isLabel = dot > 0 && LABEL.matcher(name.substring(0, dot)).matches();
    return isLabel ? wildcards.get(name.substring(dot + 1)) : null;
  }
}
