/** Owns requests to servers of others, which may be slow, broken or hostile. */
@NullMarked
package io.cinema.auth.adapter.oauth.http;

import org.jspecify.annotations.NullMarked;
