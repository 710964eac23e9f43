/** Owns reading JSON bodies strictly, and telling all that is wrong with one at once. */
@NullMarked
package io.cinema.auth.adapter.rest.json;

import org.jspecify.annotations.NullMarked;
