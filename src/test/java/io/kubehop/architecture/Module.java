package io.kubehop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.kubehop.Checkout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The modules whose classes ship, with what each may use. Classes are read from the build folders
 * and not from the class path, where the testkit's jar carries a relocated copy of everything.
 *
 * <p>The floor is the least number of class files that a rule must have seen, so that no rule
 * passes for want of something to look at. Raise it as a module grows.
 */
enum Module {
  CORE("sim-core", "core", 420),
  SERVICE("sim-service", "service", 250, CORE),
  DNS("sim-dns", "dns", 150, CORE, SERVICE),
  INGRESS("sim-ingress", "ingress", 145, CORE, SERVICE),
  KUBEPROXY("sim-kubeproxy", "kubeproxy", 65, CORE, SERVICE),
  SCENARIOS("scenarios", "scenarios", 155, CORE, SERVICE, DNS, INGRESS, KUBEPROXY),
  TESTKIT("sim-testkit", "testkit", 40, CORE, SERVICE, DNS, INGRESS, KUBEPROXY, SCENARIOS);

  private final String folder;
  private final String root;
  private final int floor;
  private final ImmutableList<Module> uses;

  Module(String folder, String root, int floor, Module... uses) {
    this.folder = folder;
    this.root = "io.kubehop." + root;
    this.floor = floor;
    this.uses = ImmutableList.copyOf(uses);
  }

  /** The one Java package that everything in this module lives under. */
  String root() {
    return root;
  }

  /** The packages of the modules that this one must not know. */
  String[] strangers() {
    return Arrays.stream(values())
        .filter(other -> other != this && !uses.contains(other))
        .map(other -> other.root + "..")
        .toArray(String[]::new);
  }

  /** The classes of this module, at least as many as its floor. */
  JavaClasses classes() {
    JavaClasses classes = Imported.MODULES.computeIfAbsent(this, Module::read);
    assertThat(classes.size()).as("class files seen in %s", folder).isGreaterThanOrEqualTo(floor);
    return classes;
  }

  /** The classes of every module, each at least as many as its floor. */
  static JavaClasses allClasses() {
    Stream.of(values()).forEach(Module::classes);
    return Imported.ALL;
  }

  private JavaClasses read() {
    return new ClassFileImporter().importPath(output());
  }

  private Path output() {
    return Checkout.root().resolve(folder).resolve("target/classes");
  }

  @Override
  public String toString() {
    return folder;
  }

  /** Class files are read once, however many rules look at them. */
  private static final class Imported {
    static final Map<Module, JavaClasses> MODULES = new ConcurrentHashMap<>();
    static final JavaClasses ALL =
        new ClassFileImporter().importPaths(Stream.of(values()).map(Module::output).toList());
  }
}
