package io.kubehop.service.controller.endpointslice;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointConditions;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SlicePackingProperties {
  private static final EndpointSlice EMPTY =
      new EndpointSlice(ObjectMeta.EMPTY, "IPv4", List.of(), List.of());

  /**
   * After any number of changes the slices hold exactly the wanted endpoints, none twice, and none
   * is too full or empty.
   */
  @Property(tries = 200)
  void slicesHoldWhatIsWanted(
      @ForAll @Size(max = 5) List<@Size(max = 300) Set<@IntRange(max = 500) Integer>> changes) {
    List<EndpointSlice> slices = List.of();
    for (Set<Integer> wanted : changes) {
      List<Endpoint> endpoints = wanted.stream().sorted().map(n -> endpoint(n)).toList();

      slices = named(SlicePacking.pack(slices, endpoints, EMPTY));

      assertThat(slices)
          .flatExtracting(EndpointSlice::endpoints)
          .containsExactlyInAnyOrderElementsOf(endpoints);
      assertThat(slices).allMatch(slice -> slice.endpoints().size() <= SlicePacking.MAX_ENDPOINTS);
      assertThat(slices).noneMatch(slice -> slice.endpoints().isEmpty());
    }
  }

  /** What is wanted already is not written again. */
  @Property(tries = 100)
  void nothingChangesWithoutNeed(
      @ForAll @Size(max = 300) Set<@IntRange(max = 500) Integer> wanted) {
    List<Endpoint> endpoints = wanted.stream().sorted().map(n -> endpoint(n)).toList();
    List<EndpointSlice> slices = named(SlicePacking.pack(List.of(), endpoints, EMPTY));

    assertThat(SlicePacking.pack(slices, endpoints, EMPTY)).isEqualTo(slices);
  }

  private static List<EndpointSlice> named(List<EndpointSlice> slices) {
    List<EndpointSlice> named = new ArrayList<>();
    for (EndpointSlice slice : slices) {
      boolean isNew = slice.metadata().name().isEmpty();
      named.add(
          isNew
              ? slice.withMetadata(
                  ObjectMeta.of("default", "slice-" + slice.endpoints().get(0).addresses().get(0)))
              : slice);
    }
    return named;
  }

  private static Endpoint endpoint(int number) {
    return new Endpoint(
        List.of("10.0." + number / 250 + "." + number % 250),
        EndpointConditions.of(true, true, false),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
