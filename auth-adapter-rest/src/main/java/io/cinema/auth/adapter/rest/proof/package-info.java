/** Owns what is answered to somebody who is signed in and did not prove who they are. */
@NullMarked
package io.cinema.auth.adapter.rest.proof;

import org.jspecify.annotations.NullMarked;
