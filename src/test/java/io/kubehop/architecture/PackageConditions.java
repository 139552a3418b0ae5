package io.kubehop.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** What a class says about the package it lives in. */
final class PackageConditions {
  private PackageConditions() {}

  /** Holds where the package has a {@code package-info} annotated {@link NullMarked}. */
  static final ArchCondition<JavaClass> BE_NULL_MARKED =
      new ArchCondition<>("live in a package whose package-info is @NullMarked") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
          // Only module-info lives in the unnamed package.
          boolean marked =
              type.getPackageName().isEmpty()
                  || type.getPackage().isAnnotatedWith(NullMarked.class);
          String text = type.getName() + ": package-info of " + type.getPackageName();
          events.add(new SimpleConditionEvent(type, marked, text + " is not @NullMarked"));
        }
      };
}
