/** Owns the search index of films in OpenSearch: its mapping, its alias, what is written to it. */
@NullMarked
package io.cinema.auth.film.etl.opensearch;

import org.jspecify.annotations.NullMarked;
