package io.kubehop.ingress.gateway;

import io.kubehop.ingress.api.IngressStore;
import io.kubehop.service.api.Gateway;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ReferenceGrant;

/** Whether an object may name one in another namespace. */
final class Grants {
  private static final String GROUP = "gateway.networking.k8s.io";

  private final IngressStore store;

  Grants(IngressStore store) {
    this.store = store;
  }

  boolean allow(KubeObject from, String namespace, Gateway.Reference to) {
    return from.metadata().namespace().equals(namespace)
        || store.apiServer().list(ReferenceGrant.class).stream()
            .filter(grant -> grant.metadata().namespace().equals(namespace))
            .anyMatch(grant -> allows(grant, from, to));
  }

  private static boolean allows(ReferenceGrant grant, KubeObject from, Gateway.Reference to) {
    return grant.from().stream()
            .anyMatch(
                each ->
                    each.group().equals(GROUP)
                        && each.kind().equals(from.kind())
                        && each.namespace().equals(from.metadata().namespace()))
        && grant.to().stream()
            .anyMatch(
                each ->
                    each.group().equals(to.group())
                        && each.kind().equals(to.kind())
                        && (each.name().isEmpty() || each.name().equals(to.name())));
  }
}
