package io.kubehop.kubeproxy.userspace;

import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.host.StreamHandler;
import io.kubehop.core.host.TcpSocket;

/**
 * Accepts the connections of one proxy port over TCP, and has each of them carried on to an
 * endpoint (proxysocket.go, {@code tcpProxySocket}).
 */
final class StreamProxy implements StreamHandler {
  private final RoundRobin endpoints;
  private final String name;

  /** Makes it; the name is for the trace. */
  StreamProxy(RoundRobin endpoints, String name) {
    this.endpoints = endpoints;
    this.name = name;
  }

  @Override
  public void onConnected(TcpSocket client) {
    StreamRelay relay = new StreamRelay(client, endpoints, name);
    client.attach(relay);
    relay.dial();
  }

  @Override
  public void onMessage(TcpSocket client, Object message) {
    if (client.attachment() instanceof StreamRelay relay) {
      relay.toEndpoint(message);
    }
  }

  @Override
  public void onPeerClosed(TcpSocket client) {
    if (client.attachment() instanceof StreamRelay relay) {
      relay.closedByClient();
    }
  }

  @Override
  public void onFailed(TcpSocket client, SocketFailure failure) {
    onPeerClosed(client);
  }
}
