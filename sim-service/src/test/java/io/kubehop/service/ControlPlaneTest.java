package io.kubehop.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.Container;
import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointConditions;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.api.ServiceStatus;
import io.kubehop.service.apiserver.ObjectRejectedException;
import io.kubehop.service.config.ClusterConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControlPlaneTest {
  private static final long LIMIT = 3_600_000_000_000L;

  private final Simulation simulation = new Simulation(42);
  private final ControlPlane controlPlane = new ControlPlane(simulation, ClusterConfig.DEFAULT);

  @Test
  void podIsScheduledStartedAndBecomesAnEndpoint() {
    controlPlane.load(List.of(service("web", ""), pod("web-0"), pod("web-1")));
    simulation.runUntilSettled(LIMIT);

    assertThat(controlPlane.pods())
        .extracting(p -> p.spec().nodeName() + " " + p.status().podIP())
        .containsExactly("node-a 10.244.0.2", "node-b 10.244.1.2");
    assertThat(slicesOfWeb())
        .flatExtracting(EndpointSlice::endpoints)
        .extracting(Endpoint::conditions)
        .containsOnly(EndpointConditions.of(true, true, false));
  }

  @Test
  void readinessIsWithdrawnFromTheSlice() {
    controlPlane.load(List.of(service("web", ""), pod("web-0")));
    simulation.runUntilSettled(LIMIT);

    controlPlane.setReady(new ObjectKey("Pod", "default", "web-0"), false);
    simulation.runUntilSettled(LIMIT);

    assertThat(slicesOfWeb())
        .flatExtracting(EndpointSlice::endpoints)
        .extracting(Endpoint::conditions)
        .containsOnly(EndpointConditions.of(false, false, false));
  }

  @Test
  void refusedApplyLeavesNoTrace() {
    controlPlane.load(List.of(service("web", "10.96.0.10")));

    assertThatThrownBy(
            () ->
                controlPlane.apply(
                    List.of(service("other", "10.96.0.11"), service("bad", "10.96.0.10"))))
        .isInstanceOf(ObjectRejectedException.class)
        .hasMessageContaining("spec.clusterIPs")
        .hasMessageContaining("already allocated");

    assertThat(controlPlane.services()).hasSize(1);
    controlPlane.apply(service("later", "10.96.0.11"));
    assertThat(controlPlane.services()).hasSize(2);
  }

  private List<EndpointSlice> slicesOfWeb() {
    return controlPlane.slicesOf(new ObjectKey("Service", "default", "web"));
  }

  private static Service service(String name, String clusterIP) {
    return new Service(
        ObjectMeta.of("default", name),
        ServiceSpec.builder()
            .clusterIP(clusterIP)
            .selector(Map.of("app", "web"))
            .ports(
                List.of(new ServicePort("", "TCP", Optional.empty(), 80, IntOrString.of(8080), 0)))
            .build(),
        ServiceStatus.EMPTY);
  }

  private static Pod pod(String name) {
    Container container =
        new Container(
            "main",
            "image",
            List.of(),
            List.of(),
            List.of(new ContainerPort("", 8080, "TCP", 0, "")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new Pod(
        ObjectMeta.builder().namespace("default").name(name).labels(Map.of("app", "web")).build(),
        PodSpec.builder().containers(List.of(container)).build(),
        PodStatus.EMPTY);
  }
}
