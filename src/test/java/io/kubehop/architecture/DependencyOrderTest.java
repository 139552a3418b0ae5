package io.kubehop.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** core ← service ← {dns, ingress, kubeproxy} ← scenarios ← testkit, and no way back. */
class DependencyOrderTest {
  @ParameterizedTest
  @EnumSource(Module.class)
  void a_module_keeps_to_its_own_package_root(Module module) {
    classes()
        .should()
        .resideInAPackage(module.root() + "..")
        .orShould()
        .haveSimpleName("module-info")
        .allowEmptyShould(true)
        .check(module.classes());
  }

  @ParameterizedTest
  @EnumSource(Module.class)
  void a_module_knows_only_the_modules_before_it(Module module) {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(module.strangers())
        .allowEmptyShould(true)
        .check(module.classes());
  }

  @ParameterizedTest
  @EnumSource(Module.class)
  void packages_of_a_module_form_no_cycle(Module module) {
    slices()
        .matching(module.root() + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(module.classes());
  }

  @ParameterizedTest
  @EnumSource(Module.class)
  void every_package_is_null_marked(Module module) {
    classes()
        .should(PackageConditions.BE_NULL_MARKED)
        .allowEmptyShould(true)
        .check(module.classes());
  }
}
