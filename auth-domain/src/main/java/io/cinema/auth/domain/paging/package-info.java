/** Owns keyset paging: a cursor, a page of items. */
@NullMarked
package io.cinema.auth.domain.paging;

import org.jspecify.annotations.NullMarked;
