/** Owns the Java that the pages of docs/ show: what another team's service would have. */
@NullMarked
package io.cinema.auth.bootstrap.docs;

import org.jspecify.annotations.NullMarked;
