package io.kubehop.dns.plugins.file;

import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Recursion;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.chain.Zones;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import io.kubehop.dns.message.ZoneFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers from zone files, with authority. */
public final class File implements Plugin {
  private final Recursion recursion;
  private final Map<DomainName, Zone> zones = new LinkedHashMap<>();
  private final List<DomainName> names = new ArrayList<>();
  private Zones fallthrough = Zones.NONE;

  private File(Recursion recursion) {
    this.recursion = recursion;
  }

  /** Sets it up. A file that is not there leaves its zones without answers. */
  public static File of(List<Directive> directives, Site site) {
    File plugin = new File(site.recursion());
    for (Directive directive : directives) {
      plugin.read(directive, site);
    }
    return plugin;
  }

  private void read(Directive directive, Site site) {
    String path = directive.arg(0);
    String text = site.files().get(path);
    if (text == null) {
      site.findings().accept(new Finding(directive.line(), "no such file: " + path));
    }
    List<String> args = directive.args().subList(1, directive.args().size());
    for (DomainName origin : site.zonesOf(args).names()) {
      names.add(origin);
      if (text != null) {
        zones.put(origin, parse(directive, text, origin));
      }
    }
    for (Directive line : directive.block()) {
      switch (line.name()) {
        case "fallthrough" -> fallthrough = Site.fallthrough(line.args());
        case "reload", "reload_by_mtime", "upstream" -> {}
        default -> throw line.unknownProperty();
      }
    }
  }

  private static Zone parse(Directive directive, String text, DomainName origin) {
    try {
      return new Zone(origin, ZoneFile.parse(text, origin));
    } catch (IllegalArgumentException e) {
      throw directive.error(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    DomainName origin = new Zones(names).match(query.name());
    Zone zone = origin == null ? null : zones.get(origin);
    if (origin == null) {
      next.serve(query, responder);
    } else if (zone == null) {
      responder.fail(ResponseCode.SERVFAIL);
    } else if (query.type().isTransfer()) {
      responder.fail(ResponseCode.REFUSED);
    } else {
      Finds finds = zone.find(query.name().lower(), query.type());
      boolean isUnknown = finds.answer().isEmpty() && finds.kind().mayBeElsewhere();
      if (isUnknown && fallthrough.contain(query.name())) {
        next.serve(query, responder);
      } else {
        complete(query, zone, finds, responder);
      }
    }
  }

  /** An alias to a name that is not in the file is looked up by the whole server. */
  private void complete(Query query, Zone zone, Finds finds, Responder responder) {
    DomainName missing = finds.missing();
    if (missing == null) {
      responder.reply(reply(query, finds));
      return;
    }
    recursion.lookUp(
        query,
        missing,
        query.type(),
        found -> {
          List<ResourceRecord> answer = new ArrayList<>(finds.answer());
          answer.addAll(found.answer());
          boolean isDenial =
              found.rcode().equals(ResponseCode.NXDOMAIN)
                  || (found.rcode().equals(ResponseCode.NOERROR) && found.answer().isEmpty());
          responder.reply(
              reply(query, finds)
                  .with(found.rcode())
                  .withAnswer(answer)
                  .withAuthority(isDenial ? zone.start() : zone.servers()));
        });
  }

  private static DnsMessage reply(Query query, Finds finds) {
    boolean isReferral = finds.kind() == Finds.Kind.DELEGATION && finds.answer().isEmpty();
    return DnsMessage.replyTo(query.message())
        .with(Flag.AA, !isReferral)
        .with(finds.kind() == Finds.Kind.NAME_ERROR ? ResponseCode.NXDOMAIN : ResponseCode.NOERROR)
        .withAnswer(finds.answer())
        .withAuthority(finds.authority())
        .withAdditional(finds.additional());
  }
}
