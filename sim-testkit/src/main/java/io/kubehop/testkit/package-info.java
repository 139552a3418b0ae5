/**
 * A user's test enters; a verdict worth reading leaves.
 *
 * <p>Here lives what users add to their tests. It is the one module whose signatures may name
 * JUnit, AssertJ and jqwik.
 */
@NullMarked
package io.kubehop.testkit;

import org.jspecify.annotations.NullMarked;
