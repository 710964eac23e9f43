/** Owns the audit trail: who did what to whom, from where, and what came of it. */
@NullMarked
package io.cinema.auth.domain.audit;

import org.jspecify.annotations.NullMarked;
