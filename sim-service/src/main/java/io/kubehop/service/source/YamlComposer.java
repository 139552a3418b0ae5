package io.kubehop.service.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Composes trees from the events of SnakeYAML's parser. Its own composer is not used, since it
 * neither keeps to what {@code kubectl} reads nor lets go of the text.
 *
 * <p>An alias stands for the very node of its anchor, so memory does not grow; but whoever walks
 * the tree walks it expanded, hence the budget.
 */
final class YamlComposer {
  /**
   * Custom resource definitions nest about fifty deep; deeper than this is an attack or an
   * accident.
   */
  private static final int DEEPEST = 200;

  /** How many nodes aliases may add to what was written. */
  private static final long ALIAS_BUDGET = 1_000_000;

  private final String file;
  private final Problems problems;
  private final ParserImpl parser;
  private final Map<String, String> interned = new HashMap<>();
  private final Map<String, Anchor> anchors = new HashMap<>();
  private long nodes;
  private long aliased;
  private int depth;
  private int deepest;

  private static final class Anchor {
    private @Nullable SourceNode node;
    private long weight;
    private int height;
  }

  YamlComposer(String file, String text, Problems problems) {
    this.file = file;
    this.problems = problems;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    this.parser = new ParserImpl(new StreamReader(text), options);
  }

  /** Returns the roots of all documents that are not empty. */
  List<SourceNode> compose() {
    List<SourceNode> roots = new ArrayList<>();
    parser.getEvent();
    while (!parser.checkEvent(Event.ID.StreamEnd)) {
      parser.getEvent();
      anchors.clear();
      aliased = 0;
      SourceNode root = node();
      if (!root.isNull()) {
        roots.add(root);
      }
      parser.getEvent();
    }
    return roots;
  }

  private SourceNode node() {
    NodeEvent event = (NodeEvent) parser.getEvent();
    if (event instanceof AliasEvent alias) {
      return alias(alias);
    }
    String name = event.getAnchor();
    if (name == null) {
      return content(event);
    }
    Anchor anchor = new Anchor();
    anchors.put(name, anchor);
    long before = nodes;
    int deepestBefore = deepest;
    deepest = depth;
    SourceNode node = content(event);
    anchor.weight = nodes - before;
    anchor.height = deepest - depth;
    deepest = Math.max(deepest, deepestBefore);
    anchor.node = node;
    return node;
  }

  private SourceNode alias(AliasEvent event) {
    Anchor anchor = anchors.get(event.getAnchor());
    if (anchor == null) {
      throw invalid(event, "alias *%s has no anchor before it".formatted(event.getAnchor()));
    }
    SourceNode node = anchor.node;
    if (node == null) {
      throw invalid(
          event, "alias *%s stands inside of its own anchor".formatted(event.getAnchor()));
    }
    descend(event, depth + anchor.height);
    nodes += anchor.weight;
    aliased += anchor.weight;
    if (aliased > ALIAS_BUDGET) {
      throw invalid(event, "aliases add more than " + ALIAS_BUDGET + " nodes to the document");
    }
    return node;
  }

  private SourceNode content(NodeEvent event) {
    nodes++;
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    descend(event, ++depth);
    SourceNode node =
        event instanceof MappingStartEvent mapping
            ? mapping(mapping)
            : sequence((SequenceStartEvent) event);
    depth--;
    return node;
  }

  private void descend(Event event, int level) {
    deepest = Math.max(deepest, level);
    if (level > DEEPEST) {
      throw invalid(event, "nests more than " + DEEPEST + " levels deep");
    }
  }

  private SourceSequence sequence(SequenceStartEvent event) {
    YamlTags.requireCollection(event.getTag(), "seq", position(event), problems);
    List<SourceNode> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node());
    }
    parser.getEvent();
    Mark mark = event.getStartMark();
    return new SourceSequence(file, mark.getLine() + 1, mark.getColumn() + 1, items);
  }

  private SourceMapping mapping(MappingStartEvent event) {
    YamlTags.requireCollection(event.getTag(), "map", position(event), problems);
    MappingAssembly mapping = new MappingAssembly(position(event), problems);
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      entry(mapping);
    }
    parser.getEvent();
    return mapping.build();
  }

  private void entry(MappingAssembly mapping) {
    Event key = parser.peekEvent();
    Mark mark = key.getStartMark();
    boolean merges = key instanceof ScalarEvent scalar && YamlTags.isMergeKey(scalar);
    SourceNode name = node();
    SourceNode value = node();
    if (merges) {
      merge(mapping, value);
    } else if (name instanceof SourceScalar scalar && !scalar.isNull()) {
      mapping.put(YamlTags.keyOf(scalar), mark.getLine() + 1, mark.getColumn() + 1, value);
    } else {
      String template = name instanceof SourceMapping ? "; is this a template to be rendered?" : "";
      problems.add(position(key), "", "a key has to be a text, not " + name.describe() + template);
    }
  }

  private void merge(MappingAssembly mapping, SourceNode value) {
    if (value instanceof SourceMapping other) {
      mapping.merge(other);
    } else if (value instanceof SourceSequence several
        && several.items().stream().allMatch(SourceMapping.class::isInstance)) {
      several.items().forEach(other -> mapping.merge((SourceMapping) other));
    } else {
      problems.add(
          value.position(), "<<", "merges a map or a list of maps, not " + value.describe());
    }
  }

  private SourceScalar scalar(ScalarEvent event) {
    String text = event.getValue();
    if (text.length() <= 64) {
      text = interned.computeIfAbsent(text, t -> t);
    }
    return YamlTags.scalar(event, position(event), text, problems);
  }

  private Position position(Event event) {
    Mark mark = event.getStartMark();
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private InvalidInputException invalid(Event event, String message) {
    return new InvalidInputException(new Problem(position(event), "", message));
  }
}
