package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Host;
import io.kubehop.core.ipset.IpSets;
import io.kubehop.core.ipset.IpsetSave;
import io.kubehop.core.ipset.IpsetTextException;
import io.kubehop.core.ipvs.VirtualServerEntry;
import io.kubehop.core.ipvs.text.IpvsadmRestore;
import io.kubehop.core.ipvs.text.RestoredTable;
import io.kubehop.core.net.IpAddress;
import io.kubehop.kubeproxy.node.HostIpvs;
import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import io.kubehop.service.source.Position;
import io.kubehop.service.source.Problem;
import java.util.List;
import java.util.function.Consumer;

/** Virtual servers and IP sets that were captured on a real node. */
final class CapturedIpvs {
  private CapturedIpvs() {}

  /** Reads what {@code ipvsadm-save -n} printed; what puts it on a host. */
  static Consumer<Host> virtualServers(CapturedText text, List<Problem> problems) {
    RestoredTable table = IpvsadmRestore.read(text.text());
    table
        .problems()
        .forEach(
            found ->
                problems.add(
                    new Problem(
                        new Position(text.file(), found.line(), found.column()),
                        "",
                        found.message())));
    return host -> program(table.entries(), new HostIpvs(host));
  }

  /**
   * The text does not say which addresses {@code kube-ipvs0} has: those of the virtual servers that
   * no other interface has.
   */
  private static void program(List<VirtualServerEntry> entries, HostIpvs node) {
    node.ipvs().setSysctls(HostIpvs.SYSCTLS);
    node.ipvs().restore(entries);
    for (VirtualServerEntry entry : entries) {
      IpAddress address = entry.service().key().address();
      if (!entry.service().key().isByMark() && node.host().ownerOf(address) == null) {
        node.bind(address);
      }
    }
  }

  /** Reads what {@code ipset save} printed; what puts it on a host. */
  static Consumer<Host> sets(CapturedText text, List<Problem> problems) {
    try {
      IpSets sets = IpsetSave.read(text.text(), 0);
      return host -> host.firewall().setSets(sets);
    } catch (IpsetTextException wrong) {
      problems.add(new Problem(new Position(text.file(), wrong.line(), 1), "", wrong.problem()));
      return host -> {};
    }
  }
}
