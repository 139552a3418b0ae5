package io.kubehop.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.kubehop.architecture.Calls.callOf;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Set;
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
        .callMethodWhere(callOf(System.class, "currentTimeMillis", "nanoTime"))
        .orShould()
        .callMethodWhere(callOf("java.time", "now"))
        .orShould()
        .callMethodWhere(callOf(Clock.class, "systemUTC", "systemDefaultZone", "system", "tick"))
        .orShould()
        .callMethodWhere(callOf(Thread.class, "sleep"))
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
                .and(DescribedPredicate.not(assignableTo(TimeUnit.class)))
                .or(assignableTo(Thread.class))
                .or(assignableTo(ThreadLocal.class)))
        .orShould()
        .callMethodWhere(callOf(BaseStream.class, "parallel"))
        .orShould()
        .callMethodWhere(callOf(java.util.Collection.class, "parallelStream"))
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
        .callMethodWhere(callOf(Math.class, "random"))
        .orShould()
        .callMethodWhere(callOf(StrictMath.class, "random"))
        .orShould()
        .callMethodWhere(callOf(UUID.class, "randomUUID"))
        .orShould()
        .callMethodWhere(callOf(java.util.Collections.class, "shuffle"))
        .orShould()
        .callMethodWhere(callOf(System.class, "identityHashCode"))
        .because("every choice takes the next value of a seeded stream")
        .check(all);
  }

  @Test
  void nothing_but_the_command_line_touches_the_process() {
    noClasses()
        .that()
        .resideOutsideOfPackage(COMMAND_LINE)
        .should()
        .accessFieldWhere(
            describe(
                "System.in, out or err",
                access ->
                    access.getTargetOwner().isEquivalentTo(System.class)
                        && Set.of("in", "out", "err").contains(access.getTarget().getName())))
        .orShould()
        .callMethodWhere(callOf(System.class, "exit", "getenv", "getProperty", "setProperty"))
        .orShould()
        .callMethodWhere(callOf(Runtime.class, "getRuntime"))
        .orShould()
        .callMethodWhere(callOf(Throwable.class, "printStackTrace"))
        .because("a library answers with values")
        .check(all);
  }

  @Test
  void nothing_prints_in_the_language_of_the_machine() {
    noClasses()
        .should()
        .callMethodWhere(callOf(PrintStream.class, "printf", "format").and(Calls.withoutLocale()))
        .orShould()
        .callMethodWhere(callOf(String.class, "format", "formatted").and(Calls.withoutLocale()))
        .orShould()
        .callMethodWhere(
            callOf(String.class, "toLowerCase", "toUpperCase").and(Calls.withoutLocale()))
        .orShould()
        .callMethodWhere(callOf(java.util.Locale.class, "getDefault"))
        .because("output is the same in every locale")
        .check(all);
  }

  private static DescribedPredicate<JavaClass> randomSource() {
    return describe(
        "java.util.Random and its kin",
        type ->
            type.getPackageName().equals("java.util.random")
                || type.isAssignableTo(java.util.Random.class)
                || type.isEquivalentTo(java.util.SplittableRandom.class));
  }
}
