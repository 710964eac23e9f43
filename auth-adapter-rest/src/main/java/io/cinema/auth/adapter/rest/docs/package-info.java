/** Owns the description of the API: openapi.yaml, Swagger UI, server metadata. */
@NullMarked
package io.cinema.auth.adapter.rest.docs;

import org.jspecify.annotations.NullMarked;
