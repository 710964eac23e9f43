/** Owns the look at a database: whether it is fit for the service. */
@NullMarked
package io.cinema.auth.adapter.postgres.diagnosis;

import org.jspecify.annotations.NullMarked;
