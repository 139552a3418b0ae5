package io.kubehop.ingress.nginx.server;

import io.kubehop.core.http.Certificate;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Service;
import java.util.List;
import java.util.Optional;

/** What a controller knows of the cluster beside its Ingresses. */
public interface ClusterView {

  /** The Service of a namespace and name. */
  Optional<Service> service(String namespace, String name);

  /** The EndpointSlices of a Service in the order of their names. */
  List<EndpointSlice> slices(ObjectKey service);

  /** The certificate in a Secret; absent if there is no such Secret or it holds none. */
  Optional<Certificate> certificate(String namespace, String secret);
}
