package io.kubehop.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Method calls, by whom they are addressed to. */
final class Calls {
  private Calls() {}

  /** A call of one of these methods, on this type or one below it. */
  static DescribedPredicate<JavaMethodCall> callOf(Class<?> owner, String... names) {
    List<String> wanted = Arrays.asList(names);
    return describe(
        owner.getSimpleName() + "." + String.join("/", names),
        call -> wanted.contains(call.getName()) && call.getTargetOwner().isAssignableTo(owner));
  }

  /** A call of one of these methods, on any type of this package. */
  static DescribedPredicate<JavaMethodCall> callOf(String ownersPackage, String... names) {
    List<String> wanted = Arrays.asList(names);
    return describe(
        ownersPackage + ".*." + String.join("/", names),
        call ->
            wanted.contains(call.getName())
                && call.getTargetOwner().getPackageName().equals(ownersPackage));
  }

  /** A call that leaves the locale to the machine. */
  static DescribedPredicate<JavaMethodCall> withoutLocale() {
    return describe(
        "without a Locale",
        call ->
            call.getTarget().getRawParameterTypes().stream()
                .noneMatch((JavaClass type) -> type.isEquivalentTo(Locale.class)));
  }

  /** A call with this many arguments. */
  static DescribedPredicate<JavaMethodCall> withArguments(int count) {
    return describe(
        "with " + count + " arguments",
        call -> call.getTarget().getRawParameterTypes().size() == count);
  }

  /** A call of a constructor of exactly this type. */
  static DescribedPredicate<JavaConstructorCall> newOf(Class<?> type) {
    return describe(
        "new " + type.getSimpleName(), call -> call.getTargetOwner().isEquivalentTo(type));
  }

  /** A call of a method that this type itself declares, such as a static one of an interface. */
  static DescribedPredicate<JavaMethodCall> ofTheJdk() {
    return describe(
        "of the JDK", call -> call.getTargetOwner().getPackageName().equals("java.util"));
  }
}
