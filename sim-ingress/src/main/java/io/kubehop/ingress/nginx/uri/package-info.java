/**
 * What nginx does with the bytes of a request before and after it chooses a location: host names,
 * paths, regular expressions, escapes. Texts enter as a client wrote them, one character for each
 * byte, and leave as nginx compares or sends them.
 *
 * <p>Lives here: rules of nginx' own source (ngx_http_parse.c, ngx_string.c, PCRE). May not live
 * here: anything that knows what an Ingress is.
 */
@NullMarked
package io.kubehop.ingress.nginx.uri;

import org.jspecify.annotations.NullMarked;
