package io.cinema.auth.adapter.rest.paging;

import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.domain.paging.Cursor;
import io.cinema.auth.domain.paging.PageRequest;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which part of a list to answer with. */
@Introspected
public record PageParameters(
    @QueryValue(defaultValue = "20")
        @Parameter(
            description = "Most items, 1 to 100",
            schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
        int limit,
    @Nullable @QueryValue @Parameter(description = "next_cursor of the part before")
        String cursor) {

  /** The page that is asked for. What is wrong with it is told with the other fields. */
  public Field<PageRequest> in(Fields fields) {
    Field<Cursor> after = fields.optional(cursor, Cursor::parse);
    return fields.required("limit", limit, most -> new PageRequest(most, after.orNull()));
  }
}
