/**
 * Services, Pods and nodes enter, EndpointSlices leave. Start at {@link
 * io.kubehop.service.controller.endpointslice.EndpointSliceController}.
 *
 * <p>Lives here: which endpoints a Service has, how they are packed into slices, and for whose
 * traffic they are meant. May not live here: what a proxy makes of them.
 */
@NullMarked
package io.kubehop.service.controller.endpointslice;

import org.jspecify.annotations.NullMarked;
