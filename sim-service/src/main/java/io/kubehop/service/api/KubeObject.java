package io.kubehop.service.api;

/**
 * An object of the Kubernetes API, reduced to the fields that matter to networking. Everything that
 * the API server stores, that controllers watch and that manifests declare is one of these.
 *
 * <p>Every implementation is an immutable record. The family is closed, so a consumer can name all
 * the kinds that play a part; what plays none is an {@link OpaqueObject}.
 */
public sealed interface KubeObject
    permits ConfigMap,
        CronJob,
        DaemonSet,
        Deployment,
        EndpointSlice,
        Endpoints,
        Gateway,
        GatewayClass,
        HTTPRoute,
        Ingress,
        IngressClass,
        Job,
        KubeProxyConfiguration,
        Namespace,
        NetworkPolicy,
        Node,
        OpaqueObject,
        Pod,
        ReferenceGrant,
        ReplicaSet,
        ReplicationController,
        Secret,
        Service,
        StatefulSet {

  /**
   * Returns the group and version as a manifest writes them, such as {@code v1} or {@code apps/v1}.
   */
  String apiVersion();

  /** Returns the kind as a manifest writes it, such as {@code EndpointSlice}. */
  String kind();

  /** Returns name, namespace, labels and the rest of the metadata. */
  ObjectMeta metadata();

  /** Returns this object with other metadata. */
  KubeObject withMetadata(ObjectMeta metadata);

  /** Returns what tells this object from every other one of the cluster. */
  default ObjectKey key() {
    return new ObjectKey(kind(), metadata().namespace(), metadata().name());
  }
}
