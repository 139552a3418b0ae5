package io.kubehop.limits;

import io.kubehop.core.ipset.SetType;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.netfilter.syntax.Extensions;
import io.kubehop.core.nftables.text.NftText;
import io.kubehop.dns.coredns.PluginNames;
import io.kubehop.ingress.nginx.annotation.KnownAnnotations;
import io.kubehop.ingress.nginx.annotation.KnownAnnotations.Support;
import io.kubehop.service.api.KubeProxyConfiguration;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The text of {@code docs/limits.md}, from the lists that the code itself goes by. */
final class LimitsPage {
  private static final int WIDTH = 120;

  private final StringBuilder text = new StringBuilder();

  static String text() {
    LimitsPage page = new LimitsPage();
    page.introduction();
    page.iptables();
    page.nftables();
    page.otherTables();
    page.aboveTheMachine();
    return page.text.toString();
  }

  private void introduction() {
    paragraph("# What is modelled, and what is not");
    paragraph(
        "Generated from the code by `LimitsPage`; `LimitsTest` fails if it is out of date, and writes it anew with"
            + " `-Dkubehop.docs=write`.");
    paragraph(
        "*Modelled* means that it decides as the real thing does. *Reported* means that it is read, kept and printed"
            + " back, and that a packet or request that meets it is told so instead of being decided wrongly. What is in"
            + " neither list is an error where it stands.");
  }

  private void iptables() {
    paragraph("## iptables and ip6tables");
    paragraph(
        "Tables raw, mangle, nat, filter and security, user-defined chains, `-j` and `-g`, policies, counters (read and"
            + " printed, not counted), `-s -d -i -o -p -f` and their negations.");
    list("Matches, modelled", Extensions.modelledMatches());
    list("Matches, reported when a packet meets them", Extensions.reportedMatches());
    paragraph(
        "Any other `-m NAME` is kept with its options, up to the next `-m`, `-j`, `-g` or built-in option, and reported"
            + " likewise. `mac` is read; links here have no hardware addresses, so a packet that came in by one cannot be"
            + " decided.");
    list(
        "Targets, modelled",
        joined(List.of("ACCEPT", "DROP", "RETURN"), Extensions.modelledTargets()));
    list("Targets, reported when a packet meets them", Extensions.reportedTargets());
    paragraph(
        "`CT` is modelled for `--notrack`; zones are reported, helpers and events change nothing. Any other `-j NAME` that"
            + " is no chain of the table is an error with its line.");
    paragraph(
        "Not modelled: fragments (`-f` never matches), queues of the kernel, offloading, bridges' own hooks (ebtables),"
            + " rate limits of ICMP errors.");
  }

  private void nftables() {
    paragraph("## nftables");
    paragraph(
        "Tables of the families ip, ip6, inet and netdev (ingress and egress), base chains of every type and priority,"
            + " rules, sets and maps with intervals, concatenations and timeouts, filled by rules too, anonymous chains,"
            + " named counters, limits and quotas. Tables of arp and bridge see no packet here.");
    list("Expressions, modelled", NftText.modelledExpressions());
    list("Types of values", NftText.types());
    list("Statements, modelled", NftText.modelledStatements());
    list("Statements without an effect here", NftText.inertStatements());
    list("Matches and statements, reported when a packet meets them", NftText.reported());
    paragraph(
        "The rest of a rule behind a reported one is kept as it is written. Flow tables, helpers and other objects are"
            + " kept; a packet that meets a rule that uses one is told so. Raw payloads are modelled for the bytes that"
            + " packets here have.");
  }

  private void otherTables() {
    paragraph("## ipset");
    list("Types", names(SetType.values()));
    paragraph("## IPVS");
    list("Schedulers", names(SchedulerKind.values()));
  }

  private void aboveTheMachine() {
    paragraph("## KubeProxyConfiguration");
    paragraph(
        "Fields that are read; the others are taken as the API takes them and change nothing here.");
    list("Fields", fields(KubeProxyConfiguration.class, ""));
    paragraph("## Corefile");
    list("Plugins, modelled", PluginNames.inChain());
    list("Plugins that change no answer", PluginNames.withoutEffect());
    list("Plugins, reported", PluginNames.notModelled());
    paragraph("## ingress-nginx");
    list("Annotations, modelled", KnownAnnotations.names(Support.MODELLED));
    list("Annotations without an effect here", KnownAnnotations.names(Support.NO_EFFECT));
    list("Annotations, reported", KnownAnnotations.names(Support.NOT_MODELLED));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static List<String> names(Object[] values) {
    return Arrays.stream(values).map(String::valueOf).toList();
  }

  private static List<String> fields(Class<?> type, String prefix) {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Class<?> inner = contentOf(component.getGenericType());
      if (component.getName().equals("metadata")) {
        continue;
      }
      if (inner.isRecord() && inner.getSimpleName().startsWith("KubeProxy")) {
        names.addAll(fields(inner, prefix + component.getName() + "."));
      } else {
        names.add(prefix + component.getName());
      }
    }
    return names;
  }

  private static Class<?> contentOf(Type type) {
    if (type instanceof ParameterizedType generic) {
      return contentOf(generic.getActualTypeArguments()[0]);
    }
    return type instanceof Class<?> plain ? plain : Object.class;
  }

  private void list(String title, List<String> names) {
    paragraph(
        title
            + ": "
            + names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "))
            + ".");
  }

  /** Adds words, broken into lines. */
  private void paragraph(String words) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    int column = 0;
    for (String word : words.split(" ")) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        text.append('\n');
        column = 0;
      } else if (column > 0) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
    }
    text.append('\n');
  }
}
