/** Owns what all value objects share: the text rules and the refusal of a malformed value. */
@NullMarked
package io.cinema.auth.domain.value;

import org.jspecify.annotations.NullMarked;
