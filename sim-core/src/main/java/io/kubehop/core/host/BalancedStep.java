package io.kubehop.core.host;

import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.IpvsConnection;
import io.kubehop.core.ipvs.VirtualServer;
import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.ipvs.VirtualServerEntry;
import io.kubehop.core.ipvs.text.IpvsadmSave;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.trace.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in a trace how IPVS has dealt with a packet. */
final class BalancedStep {
  private BalancedStep() {}

  /**
   * The step of a packet that goes to a real server.
   *
   * @param known whether its connection had been seen before
   */
  static Step of(Ipvs ipvs, Flight flight, FiveTuple before, boolean known) {
    IpvsConnection connection = flight.ipvsConnection();
    if (connection == null) {
      throw new IllegalStateException("the packet was not balanced");
    }
    VirtualServer service = ipvs.service(connection.server().service());
    return new Step.Balanced(
        "ipvs:" + connection.virtual(),
        service == null ? "" : rule(service.config()),
        connection.destination(),
        known ? "known connection" : why(service, connection),
        before,
        flight.packet().fiveTuple());
  }

  private static String why(@Nullable VirtualServer service, IpvsConnection connection) {
    String scheduler = service == null ? "no scheduler" : service.config().scheduler().toString();
    return connection.template() == null ? scheduler : scheduler + ", persistent client";
  }

  private static String rule(VirtualServerConfig config) {
    return IpvsadmSave.print(List.of(new VirtualServerEntry(config, List.of()))).strip();
  }
}
