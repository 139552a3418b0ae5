package io.kubehop.service.api;

/**
 * Where requests for one path go (networking/v1 HTTPIngressPath).
 *
 * @param path the path; empty: as the path type says
 * @param pathType {@code Exact}, {@code Prefix} or {@code ImplementationSpecific}; empty where a
 *     manifest lacks it, which the API server refuses
 * @param backend where they go
 */
public record HTTPIngressPath(String path, String pathType, IngressBackend backend) {}
