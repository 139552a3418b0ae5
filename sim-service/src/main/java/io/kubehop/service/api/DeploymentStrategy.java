package io.kubehop.service.api;

/**
 * How a {@link Deployment} replaces its Pods (apps/v1 DeploymentStrategy).
 *
 * @param type {@code RollingUpdate} (default) or {@code Recreate}
 * @param maxSurge how many Pods more than wanted there may be, rounded up; 25% by default
 * @param maxUnavailable how many Pods less than wanted may be available, rounded down; 25% by
 *     default
 */
public record DeploymentStrategy(String type, IntOrString maxSurge, IntOrString maxUnavailable) {

  /** What the API server fills in. */
  public static final DeploymentStrategy DEFAULT =
      new DeploymentStrategy("RollingUpdate", IntOrString.of("25%"), IntOrString.of("25%"));

  /** Returns whether all old Pods end before the first new one begins. */
  public boolean isRecreate() {
    return type.equals("Recreate");
  }
}
