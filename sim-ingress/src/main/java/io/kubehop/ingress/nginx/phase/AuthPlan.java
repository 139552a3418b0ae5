package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.ClientHello;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.RefCell;
import io.kubehop.ingress.proxy.Attempts;
import io.kubehop.ingress.proxy.ForwardPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the service of {@code auth-url}, whose name nginx resolves when it asks. */
final class AuthPlan implements ForwardPlan {
  private final AuthTarget target;
  private final RefCell<List<IpAddress>> addresses;

  AuthPlan(Journal journal, AuthTarget target) {
    this.target = target;
    this.addresses = new RefCell<>(journal, List.of());
  }

  /** nginx knows no search list: the name is a full one. */
  @Override
  public String name() {
    String host = target.host();
    return IpAddress.isAddress(host) || host.endsWith(".") ? host : host + ".";
  }

  @Override
  public void resolved(List<IpAddress> found) {
    addresses.set(found);
  }

  @Override
  public @Nullable SocketAddress next(List<SocketAddress> tried) {
    List<IpAddress> known = addresses.get();
    return tried.size() < known.size()
        ? new SocketAddress(known.get(tried.size()), target.port())
        : null;
  }

  @Override
  public @Nullable ClientHello tls() {
    return target.tls() ? new ClientHello(target.host()) : null;
  }

  @Override
  public Attempts attempts() {
    return Attempts.ONE;
  }
}
