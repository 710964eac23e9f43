/** Owns {@code limit} and {@code cursor}, the parameters of every list that comes in parts. */
@NullMarked
package io.cinema.auth.adapter.rest.paging;

import org.jspecify.annotations.NullMarked;
