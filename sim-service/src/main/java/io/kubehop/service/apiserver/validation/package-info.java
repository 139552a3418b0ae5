/**
 * Objects enter as somebody wrote them, and what is wrong with them leaves, in the words and with
 * the field paths of the API server.
 *
 * <p>Lives here: pure functions, one class for each kind, after {@code pkg/apis/<group>/validation}
 * of Kubernetes. May not live here: anything that changes an object or needs to know another one.
 */
@NullMarked
package io.kubehop.service.apiserver.validation;

import org.jspecify.annotations.NullMarked;
