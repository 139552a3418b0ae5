/**
 * Deletions enter, and the deletions that follow from them leave.
 *
 * <p>Lives here: what goes because something else went. May not live here: how an object of one
 * kind ends.
 */
@NullMarked
package io.kubehop.service.controller.gc;

import org.jspecify.annotations.NullMarked;
