/** Owns writing and reading the audit trail. */
@NullMarked
package io.cinema.auth.application.audit;

import org.jspecify.annotations.NullMarked;
