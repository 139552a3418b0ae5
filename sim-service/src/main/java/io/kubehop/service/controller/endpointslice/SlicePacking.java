package io.kubehop.service.controller.endpointslice;

import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.ObjectReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Packs the endpoints that share one set of ports into slices, with as few writes as possible
 * (reconcileByPortMapping of k8s.io/endpointslice, reconciler.go): what is in a slice stays there;
 * slices that change anyway are filled up, the fullest first; what is left goes into one unchanged
 * slice that has room for all of it, else into new ones. Where the real controller takes endpoints
 * in the random order of a Go map, they are taken in the order given.
 */
final class SlicePacking {
  /** {@code --max-endpoints-per-slice}. */
  static final int MAX_ENDPOINTS = 100;

  private final Map<Identity, Endpoint> desired = new LinkedHashMap<>();
  private final List<Draft> unchanged = new ArrayList<>();
  private final List<Draft> changed = new ArrayList<>();

  private SlicePacking(List<Endpoint> endpoints) {
    endpoints.forEach(endpoint -> desired.put(Identity.of(endpoint), endpoint));
  }

  /**
   * Returns the slices as they are to be. Slices that are missing in the result are to be deleted;
   * those whose name is empty are new.
   *
   * @param existing the slices for these ports that there are
   * @param endpoints the endpoints that there have to be
   * @param empty a new slice without endpoints
   */
  static List<EndpointSlice> pack(
      List<EndpointSlice> existing, List<Endpoint> endpoints, EndpointSlice empty) {
    SlicePacking packing = new SlicePacking(endpoints);
    existing.forEach(packing::keep);
    packing.fillChanged();
    packing.placeRest(empty);
    List<EndpointSlice> result = new ArrayList<>();
    packing.unchanged.forEach(draft -> result.add(draft.slice()));
    packing.changed.forEach(draft -> result.add(draft.slice()));
    return result;
  }

  private void keep(EndpointSlice slice) {
    Draft draft = new Draft(slice);
    boolean updated = false;
    for (Endpoint endpoint : slice.endpoints()) {
      Endpoint wanted = desired.remove(Identity.of(endpoint));
      if (wanted != null) {
        draft.endpoints.add(wanted);
        updated |= !wanted.equals(Hints.without(endpoint));
      }
    }
    if (!updated && draft.endpoints.size() == slice.endpoints().size()) {
      unchanged.add(draft);
    } else if (!draft.endpoints.isEmpty()) {
      changed.add(draft);
    }
  }

  private void fillChanged() {
    changed.sort(Comparator.comparing((Draft draft) -> -draft.endpoints.size()));
    changed.forEach(this::fill);
  }

  private void placeRest(EndpointSlice empty) {
    while (!desired.isEmpty()) {
      Draft target = desired.size() < MAX_ENDPOINTS ? unchangedWithRoom() : null;
      if (target == null) {
        target = new Draft(empty);
      } else {
        unchanged.remove(target);
      }
      fill(target);
      changed.add(target);
    }
  }

  /** The unchanged slice that will be closest to full once it has taken all that is left. */
  private @Nullable Draft unchangedWithRoom() {
    Draft closest = null;
    for (Draft draft : unchanged) {
      boolean fits = draft.endpoints.size() + desired.size() <= MAX_ENDPOINTS;
      boolean isCloser = closest == null || draft.endpoints.size() > closest.endpoints.size();
      if (fits && isCloser) {
        closest = draft;
      }
    }
    return closest;
  }

  private void fill(Draft draft) {
    while (!desired.isEmpty() && draft.endpoints.size() < MAX_ENDPOINTS) {
      Identity first = desired.keySet().iterator().next();
      draft.add(desired.remove(first));
    }
  }

  /** What makes two endpoints the same one at different times (endpointset.go, hashEndpoint). */
  private record Identity(List<String> addresses, String hostname, String namespace) {

    static Identity of(Endpoint endpoint) {
      return new Identity(
          endpoint.addresses().stream().sorted().toList(),
          endpoint.hostname().orElse(""),
          endpoint.targetRef().map(ObjectReference::namespace).orElse(""));
    }
  }

  /** A slice while its endpoints are being chosen. */
  private static final class Draft {
    final EndpointSlice base;
    final List<Endpoint> endpoints = new ArrayList<>();

    Draft(EndpointSlice base) {
      this.base = base;
    }

    void add(@Nullable Endpoint endpoint) {
      if (endpoint != null) {
        endpoints.add(endpoint);
      }
    }

    EndpointSlice slice() {
      return base.withEndpoints(endpoints);
    }
  }
}
