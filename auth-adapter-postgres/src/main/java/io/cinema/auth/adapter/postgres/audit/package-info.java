/** Owns the audit trail in the table audit_events. */
@NullMarked
package io.cinema.auth.adapter.postgres.audit;

import org.jspecify.annotations.NullMarked;
