/**
 * Objects enter at {@link io.kubehop.service.apiserver.ApiServer} from manifests, scenario steps
 * and controllers; they leave by look-up, and as watch events in virtual time.
 *
 * <p>Lives here: what the API server does to an object before it keeps it (defaulting, allocation,
 * validation), the store, and the watches. May not live here: anything that reacts to an object;
 * that is the work of the controllers.
 */
@NullMarked
package io.kubehop.service.apiserver;

import org.jspecify.annotations.NullMarked;
