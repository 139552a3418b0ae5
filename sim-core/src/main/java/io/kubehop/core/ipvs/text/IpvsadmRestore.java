package io.kubehop.core.ipvs.text;

import io.kubehop.core.ipvs.RealServerConfig;
import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.ipvs.VirtualServerEntry;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@code ipvsadm-save -n} writes. Each line is a command of ipvsadm, with or without its
 * name in front; of commands there are {@code -A} and {@code -a}. Blank lines, and lines that begin
 * with {@code #}, say nothing.
 */
public final class IpvsadmRestore {
  private final Map<VirtualServerKey, Draft> drafts = new LinkedHashMap<>();
  private final List<IpvsadmProblem> problems = new ArrayList<>();

  private IpvsadmRestore() {}

  /** Reads a text. A line with a problem is left out. */
  public static RestoredTable read(String text) {
    IpvsadmRestore restore = new IpvsadmRestore();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      restore.readLine(line, number);
    }
    List<VirtualServerEntry> entries = restore.drafts.values().stream().map(Draft::entry).toList();
    return new RestoredTable(entries, restore.problems);
  }

  private void readLine(String text, int number) {
    List<Word> words = Word.split(text);
    if (!words.isEmpty() && words.get(0).text().equals("ipvsadm")) {
      words = words.subList(1, words.size());
    }
    if (words.isEmpty() || words.get(0).text().startsWith("#")) {
      return;
    }
    try {
      CommandLine line = CommandLine.read(words);
      if (line.command() == OptionName.ADD_SERVICE) {
        addService(line);
      } else {
        addServer(line);
      }
    } catch (SyntaxException e) {
      problems.add(e.at(number));
    }
  }

  private void addService(CommandLine line) throws SyntaxException {
    VirtualServerConfig config = ServiceOptions.config(line);
    if (drafts.putIfAbsent(config.key(), new Draft(config)) != null) {
      throw line.problem("virtual server " + config.key() + " is there already");
    }
  }

  private void addServer(CommandLine line) throws SyntaxException {
    VirtualServerKey key = ServiceOptions.key(line);
    RealServerConfig config = ServerOptions.config(line, key);
    Draft draft = drafts.get(key);
    if (draft == null) {
      throw line.problem("there is no virtual server " + key + ": add it with -A first");
    }
    if (draft.servers.putIfAbsent(config.socket(), config) != null) {
      throw line.problem("real server " + config.socket() + " of " + key + " is there already");
    }
  }

  private static final class Draft {
    final VirtualServerConfig service;
    final Map<SocketAddress, RealServerConfig> servers = new LinkedHashMap<>();

    Draft(VirtualServerConfig service) {
      this.service = service;
    }

    VirtualServerEntry entry() {
      return new VirtualServerEntry(service, List.copyOf(servers.values()));
    }
  }
}
