/** Owns the command that reads the audit trail. */
@NullMarked
package io.cinema.auth.cli.audit;

import org.jspecify.annotations.NullMarked;
