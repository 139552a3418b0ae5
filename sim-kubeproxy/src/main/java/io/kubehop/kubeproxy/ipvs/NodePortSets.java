package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.net.Protocol;
import java.util.List;

/**
 * The sets of the node ports of one protocol.
 *
 * @param protocol the protocol
 * @param local those of Services with external policy Local
 * @param all those of all Services
 * @param directions how a rule asks for them
 */
record NodePortSets(Protocol protocol, KubeSet local, KubeSet all, String directions) {
  /** In the order of their rules: the local ones first, so that they are not masqueraded. */
  static final List<NodePortSets> ALL =
      List.of(
          new NodePortSets(Protocol.TCP, KubeSet.NODE_PORT_LOCAL_TCP, KubeSet.NODE_PORT_TCP, "d"),
          new NodePortSets(Protocol.UDP, KubeSet.NODE_PORT_LOCAL_UDP, KubeSet.NODE_PORT_UDP, "d"),
          new NodePortSets(
              Protocol.SCTP, KubeSet.NODE_PORT_LOCAL_SCTP_HASH, KubeSet.NODE_PORT_SCTP_HASH, "dd"));
}
