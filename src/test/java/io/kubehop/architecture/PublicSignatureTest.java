package io.kubehop.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users compile against names the JDK and KubeHop, so that our libraries can change. */
class PublicSignatureTest {
  @ParameterizedTest
  @EnumSource(value = Module.class, mode = EnumSource.Mode.EXCLUDE, names = "TESTKIT")
  void public_signatures_name_no_third_party_type(Module module) {
    classes()
        .should(SignatureCondition.NAME_ONLY_OUR_TYPES)
        .allowEmptyShould(true)
        .check(module.classes());
  }
}
