package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Listener;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.core.http.HttpServer;
import io.kubehop.kubeproxy.node.HealthCheckNodePort;

/** Answers on a node's health check ports for its kube-proxy. */
final class HealthCheckServer {
  private final Host host;

  HealthCheckServer(Host host) {
    this.host = host;
  }

  void start(HealthCheckNodePort check) {
    HttpResponse answer =
        new HttpResponse(
            check.status(), HttpHeaders.of("Content-Type", "application/json"), check.body());
    HttpServer server =
        new HttpServer(exchange -> exchange.respond(answer), HttpServer.Encryption.NEVER);
    Listener listener =
        new Listener(
            "kube-proxy, health check of " + check.namespace() + "/" + check.service(), server);
    if (check.addresses().isEmpty()) {
      host.sockets().listen(null, check.port(), listener);
    }
    check.addresses().forEach(address -> host.sockets().listen(address, check.port(), listener));
  }

  void stop(HealthCheckNodePort check) {
    if (check.addresses().isEmpty()) {
      host.sockets().stopListening(null, check.port());
    }
    check.addresses().forEach(address -> host.sockets().stopListening(address, check.port()));
  }
}
