package io.kubehop.core.nftables.text;

import io.kubehop.core.nftables.NftChain;
import io.kubehop.core.nftables.NftObject;
import io.kubehop.core.nftables.NftRule;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.set.SetHeader;
import io.kubehop.core.nftables.set.SetKind;
import io.kubehop.core.nftables.value.TimeText;
import java.util.List;

/** Prints a table as the nft tool lists it: objects, sets and maps, chains. */
final class TablePrinter {
  private static final int ELEMENTS_IN_A_LINE = 2;
  private final StringBuilder text;
  private boolean first = true;

  TablePrinter(StringBuilder text) {
    this.text = text;
  }

  void print(NftTable table) {
    text.append("table ").append(table.key()).append(" {\n");
    if (!table.comment().isEmpty()) {
      text.append("\tcomment \"").append(table.comment()).append("\"\n");
    }
    if (!table.flags().isEmpty()) {
      text.append("\tflags ").append(String.join(",", table.flags())).append('\n');
      first = false;
    }
    table.objects().forEach(this::print);
    table.sets().forEach(this::print);
    table.chains().forEach(this::print);
    text.append("}\n");
  }

  private void open(String heading) {
    text.append(first ? "" : "\n").append('\t').append(heading).append(" {\n");
    first = false;
  }

  private void line(String line) {
    text.append("\t\t").append(line).append('\n');
  }

  private void close() {
    text.append("\t}\n");
  }

  private void print(NftObject object) {
    open(object.kind() + " " + object.name());
    object.lines().forEach(this::line);
    close();
  }

  private void print(NftSet set) {
    SetHeader header = set.header();
    open((header.kind() == SetKind.SET ? "set " : "map ") + header.name());
    line(header.typeText());
    if (header.size() > 0) {
      line("size " + header.size());
    }
    if (!header.flags().isEmpty()) {
      line("flags " + String.join(",", header.flags()));
    }
    if (header.timeout() > 0) {
      line("timeout " + TimeText.print(header.timeout()));
    }
    header.other().forEach(this::line);
    if (!header.comment().isEmpty()) {
      line("comment \"" + header.comment() + '"');
    }
    if (set.elements().size() > 0) {
      elements(header, set.elements().list());
    }
    close();
  }

  private void elements(SetHeader header, List<SetElement> elements) {
    int inLine = header.kind() == SetKind.SET ? ELEMENTS_IN_A_LINE : 1;
    text.append("\t\telements = { ");
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        text.append(i % inLine == 0 ? ",\n\t\t\t     " : ", ");
      }
      text.append(elements.get(i).text(header));
    }
    text.append(" }\n");
  }

  private void print(NftChain chain) {
    open("chain " + chain.name());
    if (!chain.comment().isEmpty()) {
      line("comment \"" + chain.comment() + '"');
    }
    if (chain.base() != null) {
      line(chain.base().text());
    }
    for (NftRule rule : chain.rules()) {
      line(rule.text());
    }
    close();
  }
}
