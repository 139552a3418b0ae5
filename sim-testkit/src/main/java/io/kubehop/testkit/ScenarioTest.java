package io.kubehop.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Replays scenario files, each scenario as a test of its own:
 *
 * <pre>{@code
 * @ScenarioTest("scenarios/")
 * void scenarios() {}
 * }</pre>
 *
 * <p>Each runs before the body of the method does, and fails where an expectation does not hold.
 * The method may take a {@code ScenarioResult}, to look closer. The configuration parameters (or
 * system properties) {@code kubehop.seed} and {@code kubehop.mode} decide over what files say.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(ScenarioTestExtension.class)
public @interface ScenarioTest {

  /** Scenario files, and folders with such files, relative to the working directory. */
  String[] value();

  /** The modes of kube-proxy to replay each in, such as {@code ipvs}; none: as the files say. */
  String[] modes() default {};
}
