/**
 * Watch events enter, and the objects that controllers make of them leave to the API server. Each
 * controller has a package of its own below this one.
 *
 * <p>Lives here: what all controllers share. May not live here: the work of one of them.
 */
@NullMarked
package io.kubehop.service.controller;

import org.jspecify.annotations.NullMarked;
