/** Owns accounts in the tables users and user_service_info. */
@NullMarked
package io.cinema.auth.adapter.postgres.account;

import org.jspecify.annotations.NullMarked;
