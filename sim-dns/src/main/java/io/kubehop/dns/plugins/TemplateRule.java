package io.kubehop.dns.plugins;

import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.chain.Zones;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.gotext.GoRegex;
import io.kubehop.dns.gotext.GoTemplate;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.RecordText;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One {@code template} directive. */
final class TemplateRule {
  private final Directive directive;
  private final Site site;
  private final int recordClass;
  private final RecordType type;
  private final Zones zones;
  private final List<GoRegex> patterns = new ArrayList<>();
  private final List<GoTemplate> answers = new ArrayList<>();
  private final List<GoTemplate> additionals = new ArrayList<>();
  private final List<GoTemplate> authorities = new ArrayList<>();
  private ResponseCode rcode = ResponseCode.NOERROR;
  private Zones fallthrough = Zones.NONE;

  private TemplateRule(Directive directive, Site site) {
    this.directive = directive;
    this.site = site;
    this.recordClass = recordClass(directive);
    this.type =
        RecordType.parse(directive.arg(1))
            .orElseThrow(() -> directive.error("invalid RR class " + directive.arg(1)));
    this.zones = site.zonesOf(directive.args().subList(2, directive.args().size()));
  }

  static TemplateRule of(Directive directive, Site site) {
    TemplateRule rule = new TemplateRule(directive, site);
    directive.block().forEach(rule::read);
    if (rule.patterns.isEmpty()) {
      rule.patterns.add(GoRegex.compile(".*"));
    }
    return rule;
  }

  private static int recordClass(Directive directive) {
    return switch (directive.arg(0)) {
      case "IN" -> Question.INTERNET;
      case "ANY" -> Question.ANY_CLASS;
      case "CH" -> 3;
      default -> throw directive.error("invalid query class " + directive.arg(0));
    };
  }

  private void read(Directive line) {
    switch (line.name()) {
      case "match" -> line.args().forEach(arg -> patterns.add(pattern(line, arg)));
      case "answer" -> line.args().forEach(arg -> addTo(answers, line, arg));
      case "additional" -> line.args().forEach(arg -> addTo(additionals, line, arg));
      case "authority" -> line.args().forEach(arg -> addTo(authorities, line, arg));
      case "rcode" ->
          rcode =
              ResponseCode.parse(line.arg(0))
                  .orElseThrow(() -> line.error("unknown rcode " + line.arg(0)));
      case "fallthrough" -> fallthrough = Site.fallthrough(line.args());
      case "upstream" -> {}
      case "ederror", "var", "expr" ->
          site.findings()
              .accept(new Finding(line.line(), "template " + line.name() + " is not modelled"));
      default -> throw line.error("wrong argument in template: '" + line.name() + "'");
    }
  }

  private static GoRegex pattern(Directive line, String text) {
    try {
      return GoRegex.compile(text);
    } catch (IllegalArgumentException e) {
      throw line.error("could not parse regex: " + text);
    }
  }

  private static void addTo(List<GoTemplate> templates, Directive line, String text) {
    try {
      templates.add(GoTemplate.parse(text));
    } catch (IllegalArgumentException e) {
      throw line.error("could not compile template: " + e.getMessage());
    }
  }

  ResponseCode rcode() {
    return rcode;
  }

  Zones fallthrough() {
    return fallthrough;
  }

  /** Whether zone, class and type fit. */
  boolean concerns(Query query) {
    Question question = query.question();
    boolean classFits =
        recordClass == Question.ANY_CLASS
            || question.recordClass() == Question.ANY_CLASS
            || recordClass == question.recordClass();
    boolean typeFits =
        type.equals(RecordType.ANY)
            || question.type().equals(RecordType.ANY)
            || type.equals(question.type());
    return classFits && typeFits && zones.contain(query.name());
  }

  /** What the first pattern that fits makes known to the texts; empty if none does. */
  Optional<Map<String, Object>> match(Query query) {
    for (GoRegex pattern : patterns) {
      Optional<GoRegex.Match> match = pattern.find(query.lowerName());
      if (match.isPresent()) {
        DomainName zone = zones.match(query.name());
        return Optional.of(
            TemplateData.of(query, type, String.valueOf(zone), pattern, match.get().groups()));
      }
    }
    return Optional.empty();
  }

  List<ResourceRecord> answers(Map<String, Object> data) {
    return records(answers, data);
  }

  List<ResourceRecord> additionals(Map<String, Object> data) {
    return records(additionals, data);
  }

  List<ResourceRecord> authorities(Map<String, Object> data) {
    return records(authorities, data);
  }

  private static List<ResourceRecord> records(
      List<GoTemplate> templates, Map<String, Object> data) {
    return templates.stream()
        .map(template -> RecordText.parse(template.execute(data), DomainName.ROOT))
        .toList();
  }

  @Override
  public String toString() {
    return "template on line " + directive.line();
  }
}
