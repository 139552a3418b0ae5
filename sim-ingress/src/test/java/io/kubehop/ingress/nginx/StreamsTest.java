package io.kubehop.ingress.nginx;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.CallResult;
import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.Protocol;
import io.kubehop.ingress.sample.Bed;
import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.api.ObjectMeta;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamsTest {

  private static Bed bed(String map, String port, String reference) {
    return Bed.nginx()
        .service("db", 11, 12)
        .service("empty")
        .udpService("dns", 13)
        .with(new ConfigMap(ObjectMeta.of("ingress-nginx", map), Map.of(port, reference)))
        .start();
  }

  @Test
  void a_tcp_port_leads_to_the_endpoints_of_its_service() {
    Bed bed = bed("tcp-services", "5432", "default/db:80");

    CallResult result = bed.call(Protocol.TCP, 5432);

    assertThat(result.outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(requireNonNull(result.answer()).server().toString())
        .isIn("10.244.0.11:8080", "10.244.0.12:8080");
    assertThat(requireNonNull(result.answer()).client().address()).hasToString("10.244.0.254");
    assertThat(bed.exploreCall(Protocol.TCP, 5432))
        .containsOnlyKeys("10.244.0.11:8080", "10.244.0.12:8080")
        .containsValue(0.5);
  }

  @Test
  void a_udp_port_does_so_too() {
    Bed bed = bed("udp-services", "53", "default/dns:53");

    CallResult result = bed.call(Protocol.UDP, 53);

    assertThat(result.outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(requireNonNull(result.answer()).server()).hasToString("10.244.0.13:53");
    assertThat(bed.call(Protocol.UDP, 53).outcome()).isEqualTo(Outcome.DELIVERED);
  }

  @Test
  void an_endpoint_that_refuses_is_followed_by_the_next() {
    Bed bed = bed("tcp-services", "5432", "default/db:80");
    bed.crash("10.244.0.11");

    assertThat(bed.exploreCall(Protocol.TCP, 5432)).containsOnlyKeys("10.244.0.12:8080");
  }

  @Test
  void nobody_listens_for_a_service_without_endpoints() {
    Bed bed = bed("tcp-services", "5432", "default/empty:80");

    assertThat(bed.call(Protocol.TCP, 5432).outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(bed.controllers().findings())
        .extracting(Object::toString)
        .containsExactly(
            "ConfigMap/ingress-nginx/tcp-services: data[5432]: Service default/empty has no ready"
                + " endpoint for 80; nobody listens on the port");
  }

  @Test
  void the_controllers_own_ports_cannot_be_used() {
    Bed bed = bed("tcp-services", "8181", "default/db:80");

    assertThat(bed.controllers().findings())
        .extracting(Object::toString)
        .containsExactly(
            "ConfigMap/ingress-nginx/tcp-services: data[8181]: is no port that can be used; nobody"
                + " listens on the port");
  }

  @Test
  void a_client_that_begins_without_the_proxy_header_is_turned_away() {
    Bed bed = bed("tcp-services", "5432", "default/db:80:PROXY");

    assertThat(bed.call(Protocol.TCP, 5432).outcome()).isEqualTo(Outcome.REFUSED);
  }
}
