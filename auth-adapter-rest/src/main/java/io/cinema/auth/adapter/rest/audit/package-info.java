/** Owns /audit-events. */
@NullMarked
package io.cinema.auth.adapter.rest.audit;

import org.jspecify.annotations.NullMarked;
