/** Owns the shape of log lines; logback's files of all three programs name it. */
@NullMarked
package io.cinema.auth.bootstrap.log;

import org.jspecify.annotations.NullMarked;
