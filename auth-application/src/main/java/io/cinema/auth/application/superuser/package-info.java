/** Owns making and unmaking superusers, which is done from the console only. */
@NullMarked
package io.cinema.auth.application.superuser;

import org.jspecify.annotations.NullMarked;
