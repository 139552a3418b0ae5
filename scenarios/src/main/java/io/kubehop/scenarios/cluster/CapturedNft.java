package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Host;
import io.kubehop.core.nftables.NftRuleset;
import io.kubehop.core.nftables.text.NftText;
import io.kubehop.core.nftables.text.NftTextException;
import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import io.kubehop.service.source.Position;
import io.kubehop.service.source.Problem;
import java.util.List;
import java.util.function.Consumer;

/** Tables of nftables that were captured on a real node. */
final class CapturedNft {
  private CapturedNft() {}

  /** Reads what {@code nft list ruleset} printed; what puts it on a host. */
  static Consumer<Host> tables(CapturedText text, List<Problem> problems) {
    try {
      NftRuleset tables = NftText.read(text.text());
      return host -> host.firewall().setNftRuleset(tables);
    } catch (NftTextException wrong) {
      Position place = new Position(text.file(), wrong.line(), wrong.column());
      problems.add(new Problem(place, "", wrong.problem()));
      return host -> {};
    }
  }
}
