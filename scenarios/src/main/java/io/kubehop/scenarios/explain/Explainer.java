package io.kubehop.scenarios.explain;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.host.Refusal;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.resolver.Resolution;
import io.kubehop.core.time.Share;
import io.kubehop.core.trace.Hop;
import io.kubehop.scenarios.cluster.Cluster;
import io.kubehop.scenarios.cluster.GivenObjects;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.HttpAnswer;
import io.kubehop.scenarios.connection.Made;
import io.kubehop.scenarios.connection.Packets;
import io.kubehop.scenarios.connection.Way;
import io.kubehop.scenarios.trace.Endings;
import io.kubehop.scenarios.trace.Explanation;
import io.kubehop.scenarios.trace.Shares;
import io.kubehop.scenarios.trace.Times;
import io.kubehop.scenarios.trace.TraceLine;
import io.kubehop.scenarios.trace.TraceLines;
import io.kubehop.scenarios.trace.TraceText;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what came of a connection, and where it failed what to change. */
public final class Explainer {
  private static final int FEW = 10;
  private static final int FIRST_ERROR = 400;

  private final Cluster cluster;
  private final ControlPlane controlPlane;
  private final GivenObjects given;

  /** Explains the connections of a cluster, by its objects as they are now. */
  public Explainer(Cluster cluster) {
    this.cluster = cluster;
    this.controlPlane = cluster.controlPlane();
    this.given = cluster.given();
  }

  /** The same connection with its text for people. */
  public Connection tell(Connection connection) {
    List<String> lines = TraceText.lines(connection, explain(connection), given::describe);
    return connection.withText(lines.stream().map(given::withPlaces).toList());
  }

  /** Explains why an Ingress is not served at all; absent if it is. */
  public Optional<Explanation> unserved(ObjectKey ingress) {
    return cluster
        .whyUnserved(ingress)
        .map(
            why ->
                new Explanation(
                    false,
                    "not served",
                    List.of(given.describe(ingress) + ": " + why),
                    Optional.of("create the IngressClass, or name one that there is")));
  }

  /** Explains a connection that was just made. */
  public Explanation explain(Connection connection) {
    Made first = connection.made().get(0);
    Ending ending = first.ending();
    List<String> reasons = new ArrayList<>(ways(connection));
    ProxyDiagnosis proxies = new ProxyDiagnosis(controlPlane, given);
    ending.http().ifPresent(answer -> reasons.addAll(proxies.untold(answer, first.hops())));
    if (connection.outcome() == Outcome.DELIVERED) {
      return new Explanation(true, delivered(first), reasons, Optional.empty());
    }
    boolean delivered = ending.outcome() == Outcome.DELIVERED;
    Ending failing = delivered ? firstFailure(connection) : ending;
    String headline = delivered ? delivered(first) : stopped(failing, first.hops());
    Diagnosis diagnosis = diagnose(connection, failing);
    reasons.addAll(diagnosis.reasons());
    return new Explanation(delivered || isMeant(ending), headline, reasons, diagnosis.next());
  }

  /** Whether a proxy answered by itself because somebody wanted that: a redirect. */
  private static boolean isMeant(Ending ending) {
    return ending.http().filter(answer -> answer.status() < FIRST_ERROR).isPresent();
  }

  private static Ending firstFailure(Connection connection) {
    return connection.ways().stream()
        .map(Way::ending)
        .filter(ending -> ending.outcome() != Outcome.DELIVERED)
        .findFirst()
        .orElse(connection.made().get(0).ending());
  }

  private static String delivered(Made made) {
    String seen = made.ending().sourceIP().map(ip -> "; the endpoint sees " + ip).orElse("");
    return Endings.text(made.ending())
        + " in "
        + Times.milliseconds(made.ended() - made.begun())
        + seen;
  }

  private static String stopped(Ending ending, List<Hop> hops) {
    Optional<Refusal> refusal =
        ending.failure().flatMap(failure -> Optional.ofNullable(failure.refusal()));
    if (refusal.isPresent()) {
      String host = refusal.get().host();
      String detail = ruleOf(host, hops).orElse(refusal.get().detail());
      return ending.outcome() + " by " + host + ": " + detail;
    }
    if (ending.http().isPresent()) {
      return Endings.text(ending);
    }
    if (ending.outcome() == Outcome.DROPPED) {
      return ending.outcome() + lastWord(hops);
    }
    return ending.outcome() + ending.failure().map(each -> ": " + each.error()).orElse("");
  }

  /** The rule with which a host refused, if it was one. */
  private static Optional<String> ruleOf(String host, List<Hop> hops) {
    return TraceLines.of(hops).stream()
        .filter(line -> line.host().equals(host) && line.detail().contains(" reject with "))
        .map(TraceLine::detail)
        .reduce((first, last) -> last);
  }

  /** Where the last packet ended without a word. */
  private static String lastWord(List<Hop> hops) {
    List<List<Hop>> packets = Packets.of(hops);
    if (packets.isEmpty()) {
      return ": no answer in time";
    }
    List<TraceLine> lines = TraceLines.of(packets.get(packets.size() - 1));
    TraceLine last = lines.get(lines.size() - 1);
    return " on " + last.host() + ": " + last.detail();
  }

  /** The ways that it could have gone, if they differ. */
  private static List<String> ways(Connection connection) {
    Map<String, Share> shares = new LinkedHashMap<>();
    connection
        .ways()
        .forEach(way -> shares.merge(Endings.text(way.ending()), way.share(), Share::plus));
    if (shares.size() < 2) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    shares.forEach((ending, share) -> lines.add(Shares.percent(share) + "  " + ending));
    if (lines.size() > FEW) {
      int others = lines.size() - FEW;
      lines.subList(FEW, lines.size()).clear();
      lines.add("and " + others + " other ways");
    }
    return lines;
  }

  private Diagnosis diagnose(Connection connection, Ending failing) {
    Optional<HttpAnswer> answer = failing.http();
    if (answer.isPresent()) {
      return new ProxyDiagnosis(controlPlane, given).of(answer.get());
    }
    Destination destination = connection.request().destination();
    Optional<Resolution> resolution = connection.made().get(0).resolution();
    if (failing.outcome() == Outcome.UNRESOLVED && resolution.isPresent()) {
      return new NameDiagnosis(controlPlane, resolution.get()).of(connection.request().source());
    }
    Optional<IpAddress> address =
        destination
            .address()
            .or(() -> resolution.flatMap(each -> each.addresses().stream().findFirst()));
    if (address.isEmpty()) {
      return Diagnosis.NONE;
    }
    Protocol protocol = destination.scheme().protocol();
    int port = destination.port();
    Addressee addressee = new Addressee(controlPlane, address.get());
    Optional<Service> service = addressee.service();
    if (service.isPresent()) {
      return failing.outcome() == Outcome.REFUSED
          ? closedTarget(service.get(), protocol, port)
          : service(service.get()).of(protocol, port, ServicePort::port);
    }
    Optional<Service> nodePort = addressee.nodePortService(port);
    if (nodePort.isPresent()) {
      return service(nodePort.get()).of(protocol, port, ServicePort::nodePort);
    }
    return addressee
        .pod()
        .map(pod -> closedPort(pod, failing))
        .orElseGet(() -> nobody(address.get(), addressee.node()));
  }

  private ServiceDiagnosis service(Service service) {
    return new ServiceDiagnosis(controlPlane, given, service);
  }

  private Diagnosis closedTarget(Service service, Protocol protocol, int called) {
    return new TargetDiagnosis(controlPlane, given).of(service, protocol, called);
  }

  private Diagnosis closedPort(Pod pod, Ending failing) {
    if (failing.outcome() != Outcome.REFUSED) {
      return Diagnosis.NONE;
    }
    String declared =
        pod.spec().containers().stream()
            .flatMap(container -> container.ports().stream())
            .map(port -> port.containerPort() + "/" + port.protocol())
            .collect(Collectors.joining(", "));
    return Diagnosis.of(
        given.describe(pod.key()) + " declares " + declared,
        "call a declared port, or declare this one in spec.containers[].ports");
  }

  private Diagnosis nobody(IpAddress address, Optional<String> node) {
    return node.isPresent()
        ? Diagnosis.NONE
        : Diagnosis.of(
            "no Service, Pod or node has the address " + address,
            "kubehop get lists the addresses that there are");
  }
}
