/**
 * Owns what is durable: accounts, second factors, roles, sessions, login history, wrong guesses,
 * the audit trail, revocations and signing keys in PostgreSQL, and the migrations that make their
 * tables.
 *
 * <p>One table's rows are read and written by a Micronaut Data repository ({@code *Rows}); what
 * joins tables, decides atomically or returns what it changed is a statement of plain SQL, run by
 * {@link io.cinema.auth.adapter.postgres.Sql} and written beside the adapter that runs it.
 */
@NullMarked
package io.cinema.auth.adapter.postgres;

import org.jspecify.annotations.NullMarked;
