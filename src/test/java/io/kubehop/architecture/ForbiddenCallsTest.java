package io.kubehop.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.kubehop.architecture.Calls.useOf;
import static io.kubehop.architecture.Calls.useOfAny;
import static io.kubehop.architecture.Calls.withoutLocale;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.BaseStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same input, seed and version give the same bytes: what could break that is not called. */
class ForbiddenCallsTest {
  private static final String TIME = "io.kubehop.core.time..";
  private static final String COMMAND_LINE = "io.kubehop.scenarios.cli..";

  private static JavaClasses all;

  @BeforeAll
  static void read() {
    all = Module.allClasses();
  }

  @Test
  void nothing_reads_the_wall_clock() {
    noClasses()
        .should()
        .accessTargetWhere(useOf(System.class, "currentTimeMillis", "nanoTime"))
        .orShould()
        .accessTargetWhere(useOfAny("java.time", "now"))
        .orShould()
        .accessTargetWhere(useOf(Clock.class, "systemUTC", "systemDefaultZone", "system", "tick"))
        .orShould()
        .accessTargetWhere(useOf(Thread.class, "sleep"))
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.(Date|Calendar|GregorianCalendar|Timer|TimerTask)")
        .because("time is virtual")
        .check(all);
  }

  @Test
  void nothing_but_the_command_line_runs_on_a_thread_of_its_own() {
    noClasses()
        .that()
        .resideOutsideOfPackage(COMMAND_LINE)
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.util.concurrent..")
                .and(not(assignableTo(TimeUnit.class)))
                .or(assignableTo(Thread.class))
                .or(assignableTo(ThreadLocal.class)))
        .orShould()
        .accessTargetWhere(useOf(BaseStream.class, "parallel"))
        .orShould()
        .accessTargetWhere(useOf(Collection.class, "parallelStream"))
        .because("events have one total order")
        .check(all);
  }

  @Test
  void nothing_outside_core_time_is_random() {
    noClasses()
        .that()
        .resideOutsideOfPackage(TIME)
        .should()
        .dependOnClassesThat(randomSource())
        .orShould()
        .accessTargetWhere(useOf(Math.class, "random"))
        .orShould()
        .accessTargetWhere(useOf(StrictMath.class, "random"))
        .orShould()
        .accessTargetWhere(useOf(UUID.class, "randomUUID"))
        .orShould()
        .accessTargetWhere(useOf(Collections.class, "shuffle"))
        .orShould()
        .accessTargetWhere(useOf(System.class, "identityHashCode"))
        .because("every choice takes the next value of a seeded stream")
        .check(all);
  }

  @Test
  void nothing_but_the_command_line_touches_the_process() {
    noClasses()
        .that()
        .resideOutsideOfPackage(COMMAND_LINE)
        .should()
        .accessTargetWhere(useOf(System.class, "in", "out", "err"))
        .orShould()
        .accessTargetWhere(useOf(System.class, "exit", "getenv", "getProperty", "setProperty"))
        .orShould()
        .accessTargetWhere(useOf(Runtime.class, "getRuntime"))
        .orShould()
        .accessTargetWhere(useOf(Throwable.class, "printStackTrace"))
        .because("a library answers with values")
        .check(all);
  }

  @Test
  void nothing_prints_in_the_language_of_the_machine() {
    noClasses()
        .should()
        .accessTargetWhere(useOf(PrintStream.class, "printf", "format").and(withoutLocale()))
        .orShould()
        .accessTargetWhere(useOf(String.class, "format", "formatted").and(withoutLocale()))
        .orShould()
        .accessTargetWhere(useOf(String.class, "toLowerCase", "toUpperCase").and(withoutLocale()))
        .orShould()
        .accessTargetWhere(useOf(Locale.class, "getDefault"))
        .because("output is the same in every locale")
        .check(all);
  }

  private static DescribedPredicate<JavaClass> randomSource() {
    return describe(
        "java.util.Random and its kin",
        type ->
            type.getPackageName().equals("java.util.random")
                || type.isAssignableTo(Random.class)
                || type.isEquivalentTo(SplittableRandom.class));
  }
}
