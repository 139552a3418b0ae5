package io.kubehop.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.kubehop.architecture.Calls.newOf;
import static io.kubehop.architecture.Calls.useOf;
import static io.kubehop.architecture.Calls.useOfStatic;
import static io.kubehop.architecture.Calls.withArguments;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code Map.of} and its kin iterate in another order in each JVM, {@code HashMap} in one that
 * depends on hash codes. Whether a map is ever iterated cannot be decided from its class file, so
 * these are not made at all: {@code LinkedHashMap}, {@code TreeMap}, {@code EnumMap} and Guava's
 * immutable collections do the same work in a fixed order.
 */
class CollectionOrderTest {
  @Test
  void nothing_makes_a_collection_without_a_fixed_order() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(
            "io.kubehop.core.time.JournaledMap") // looks up, links the order itself
        .should()
        .accessTargetWhere(useOfStatic(Map.class, "of", "ofEntries", "copyOf"))
        .orShould()
        .accessTargetWhere(useOfStatic(Set.class, "of", "copyOf"))
        .orShould()
        .accessTargetWhere(newOf(HashMap.class))
        .orShould()
        .accessTargetWhere(newOf(HashSet.class))
        .orShould()
        .accessTargetWhere(newOf(IdentityHashMap.class))
        .orShould()
        .accessTargetWhere(newOf(WeakHashMap.class))
        .check(Module.allClasses());
  }

  @Test
  void nothing_collects_a_stream_without_a_fixed_order() {
    noClasses()
        .should()
        .accessTargetWhere(
            useOf(Collectors.class, "toSet", "toUnmodifiableSet", "toUnmodifiableMap"))
        .orShould()
        .accessTargetWhere(useOf(Collectors.class, "toMap").and(withArguments(2)))
        .orShould()
        .accessTargetWhere(useOf(Collectors.class, "toMap").and(withArguments(3)))
        .orShould()
        .accessTargetWhere(useOf(Collectors.class, "groupingBy").and(withArguments(1)))
        .orShould()
        .accessTargetWhere(useOf(Collectors.class, "groupingBy").and(withArguments(2)))
        .because("without a factory these make a HashMap, a HashSet or worse")
        .check(Module.allClasses());
  }
}
