package io.kubehop.service.source;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * Writes trees as {@code kubectl get -o yaml} does: names sorted, two spaces of indentation, lists
 * not indented, texts of several lines as literal blocks, and quotes only where a text would be
 * read as something else.
 */
public final class YamlWriter {
  private final Emitter emitter;

  private YamlWriter(StringWriter out) {
    DumperOptions options = new DumperOptions();
    options.setSplitLines(false);
    options.setAllowUnicode(true);
    this.emitter = new Emitter(out, options);
  }

  /** Returns the text of a tree, which ends with a line break. */
  public static String write(SourceNode root) {
    StringWriter out = new StringWriter();
    YamlWriter writer = new YamlWriter(out);
    writer.emit(new StreamStartEvent(null, null));
    writer.emit(new DocumentStartEvent(null, null, false, null, null));
    writer.node(root);
    writer.emit(new DocumentEndEvent(null, null, false));
    writer.emit(new StreamEndEvent(null, null));
    return out.toString();
  }

  private void node(SourceNode node) {
    if (node instanceof SourceMapping mapping) {
      mapping(mapping);
    } else if (node instanceof SourceSequence sequence) {
      FlowStyle style = sequence.items().isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
      emit(new SequenceStartEvent(null, null, true, null, null, style));
      sequence.items().forEach(this::node);
      emit(new SequenceEndEvent(null, null));
    } else {
      scalar((SourceScalar) node);
    }
  }

  private void mapping(SourceMapping mapping) {
    FlowStyle style = mapping.size() == 0 ? FlowStyle.FLOW : FlowStyle.BLOCK;
    emit(new MappingStartEvent(null, null, true, null, null, style));
    for (int index : sorted(mapping)) {
      text(mapping.name(index));
      node(mapping.value(index));
    }
    emit(new MappingEndEvent(null, null));
  }

  /** Returns the indexes of a mapping in the order of its names. */
  static List<Integer> sorted(SourceMapping mapping) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < mapping.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing(mapping::name));
    return order;
  }

  private void scalar(SourceScalar scalar) {
    Object plain = scalar.plain();
    if (plain instanceof String text) {
      text(text);
    } else {
      emit(event(String.valueOf(plain), ScalarStyle.PLAIN));
    }
  }

  private void text(String text) {
    if (text.indexOf('\n') >= 0) {
      emit(event(text, ScalarStyle.LITERAL));
    } else {
      boolean plain =
          ScalarValues.kindOf(text) == SourceScalar.Kind.TEXT
              && !text.equals("<<")
              && !ScalarValues.isLetterOfTruth(text);
      emit(event(text, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED));
    }
  }

  private static ScalarEvent event(String text, ScalarStyle style) {
    return new ScalarEvent(null, null, new ImplicitTuple(true, true), text, null, null, style);
  }

  private void emit(Event event) {
    try {
      emitter.emit(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
