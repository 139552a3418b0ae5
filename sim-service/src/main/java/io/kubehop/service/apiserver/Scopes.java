package io.kubehop.service.apiserver;

import io.kubehop.service.api.GatewayClass;
import io.kubehop.service.api.IngressClass;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.OpaqueObject;

/** Which objects are in a namespace. */
final class Scopes {

  private Scopes() {}

  /**
   * Whether objects of this kind are in a namespace; of kinds that we do not know nothing is
   * assumed.
   */
  static boolean isNamespaced(KubeObject object) {
    return !(object instanceof Namespace
        || object instanceof Node
        || object instanceof IngressClass
        || object instanceof GatewayClass
        || object instanceof KubeProxyConfiguration
        || object instanceof OpaqueObject);
  }
}
