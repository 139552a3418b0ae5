package io.kubehop.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Uses of methods, constructors and fields, by call or by method reference. */
final class Calls {
  private Calls() {}

  /** A use of one of these members of this type or of one below it. */
  static DescribedPredicate<JavaAccess<?>> useOf(Class<?> owner, String... names) {
    List<String> wanted = Arrays.asList(names);
    return describe(
        owner.getSimpleName() + "." + String.join("/", names),
        access -> wanted.contains(access.getName()) && owner(access).isAssignableTo(owner));
  }

  /** A use of one of these static members, which this very type declares. */
  static DescribedPredicate<JavaAccess<?>> useOfStatic(Class<?> owner, String... names) {
    return useOf(owner, names)
        .and(describe("of itself", access -> owner(access).isEquivalentTo(owner)));
  }

  /** A use of a member of this name on any type of this package. */
  static DescribedPredicate<JavaAccess<?>> useOfAny(String ownersPackage, String name) {
    return describe(
        ownersPackage + ".*." + name,
        access ->
            access.getName().equals(name) && owner(access).getPackageName().equals(ownersPackage));
  }

  /** A use of a constructor of exactly this type. */
  static DescribedPredicate<JavaAccess<?>> newOf(Class<?> type) {
    return useOfStatic(type, JavaConstructor.CONSTRUCTOR_NAME).as("new " + type.getSimpleName());
  }

  /** A call that leaves the locale to the machine. */
  static DescribedPredicate<JavaAccess<?>> withoutLocale() {
    return describe(
        "without a Locale",
        access -> parameters(access).stream().noneMatch(type -> type.isEquivalentTo(Locale.class)));
  }

  /** A call with this many arguments. */
  static DescribedPredicate<JavaAccess<?>> withArguments(int count) {
    return describe("with " + count + " arguments", access -> parameters(access).size() == count);
  }

  private static JavaClass owner(JavaAccess<?> access) {
    return access.getTargetOwner();
  }

  private static List<JavaClass> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes()
        : List.of();
  }
}
