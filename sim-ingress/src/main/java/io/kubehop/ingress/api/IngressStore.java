package io.kubehop.ingress.api;

import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Gateway;
import io.kubehop.service.api.GatewayClass;
import io.kubehop.service.api.HTTPRoute;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressClass;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.ReferenceGrant;
import io.kubehop.service.api.Secret;
import io.kubehop.service.api.Service;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.Index;
import io.kubehop.service.apiserver.WatchEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What ingress controllers read of the cluster. Several controllers share one; each is told of
 * every change that could matter to it.
 */
public final class IngressStore {
  private final ApiServer apiServer;
  private final Index<EndpointSlice, ObjectKey> slices;
  private final List<Runnable> listeners = new ArrayList<>();

  /** Begins to follow an API server. */
  public IngressStore(ApiServer apiServer) {
    this.apiServer = apiServer;
    this.slices = apiServer.index(EndpointSlice.class, IngressStore::ownerOf);
    apiServer.watch(Ingress.class, this::onIngress);
    apiServer.watch(IngressClass.class, event -> changed());
    apiServer.watch(Service.class, event -> changed());
    apiServer.watch(EndpointSlice.class, event -> changed());
    apiServer.watch(Secret.class, event -> changed());
    apiServer.watch(ConfigMap.class, event -> changed());
    apiServer.watch(Namespace.class, event -> changed());
    apiServer.watch(GatewayClass.class, event -> changed());
    apiServer.watch(Gateway.class, event -> changed());
    apiServer.watch(HTTPRoute.class, event -> changed());
    apiServer.watch(ReferenceGrant.class, event -> changed());
  }

  private static List<ObjectKey> ownerOf(EndpointSlice slice) {
    return slice.serviceName().isEmpty()
        ? List.of()
        : List.of(new ObjectKey(Service.KIND, slice.metadata().namespace(), slice.serviceName()));
  }

  /** A status that controllers write is no reason to do anything. */
  private void onIngress(WatchEvent<Ingress> event) {
    boolean same =
        event
            .previous()
            .filter(before -> !event.isDeleted())
            .filter(before -> before.spec().equals(event.object().spec()))
            .filter(
                before ->
                    before.metadata().annotations().equals(event.object().metadata().annotations()))
            .isPresent();
    if (!same) {
      changed();
    }
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  /** Has somebody told that something may have changed. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** The API server. */
  public ApiServer apiServer() {
    return apiServer;
  }

  /** All Ingresses by namespace and name. */
  public List<Ingress> ingresses() {
    return apiServer.list(Ingress.class);
  }

  /** The classes. */
  public IngressClasses classes() {
    return new IngressClasses(key -> apiServer.find(IngressClass.class, key));
  }

  /** The object with a key. */
  public Optional<KubeObject> find(ObjectKey key) {
    return apiServer.find(key);
  }

  /** The Service of a namespace and name. */
  public Optional<Service> service(String namespace, String name) {
    return apiServer.find(Service.class, new ObjectKey(Service.KIND, namespace, name));
  }

  /** The Secret of a namespace and name. */
  public Optional<Secret> secret(String namespace, String name) {
    return apiServer.find(Secret.class, new ObjectKey(Secret.KIND, namespace, name));
  }

  /** The data of the ConfigMap that {@code namespace/name} names. */
  public Optional<ConfigMap> configMap(String namespacedName) {
    int slash = namespacedName.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : apiServer.find(
            ConfigMap.class,
            new ObjectKey(
                ConfigMap.KIND,
                namespacedName.substring(0, slash),
                namespacedName.substring(slash + 1)));
  }

  /** The EndpointSlices of a Service in the order of their names. */
  public List<EndpointSlice> slices(ObjectKey service) {
    return slices.get(service);
  }
}
