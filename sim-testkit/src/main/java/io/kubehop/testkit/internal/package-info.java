/**
 * A user's objects, programs and failed connections enter; texts leave.
 *
 * <p>Here lives what the testkit needs and nobody calls from outside. It may change at any time.
 */
@NullMarked
package io.kubehop.testkit.internal;

import org.jspecify.annotations.NullMarked;
