package io.cinema.auth.adapter.rest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error answer, RFC 9457.
 *
 * @param type the address of a page that explains the problem
 * @param title what it is called
 * @param status the HTTP status, again
 * @param detail what was the matter this time
 * @param instance the id of the request, to be named when asking for help
 * @param errors for {@code invalid-request}: every value that broke a rule
 * @param mfaRequired for {@code mfa-required}: its own members, beside the others
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem")
public record ProblemDocument(
    String type,
    String title,
    int status,
    @Nullable String detail,
    String instance,
    List<FieldError> errors,
    @JsonUnwrapped @Nullable MfaRequired mfaRequired) {

  /**
   * A value that broke a rule.
   *
   * @param field the property as clients spell it
   * @param rule a stable word for programs
   * @param message a sentence for people
   */
  @Serdeable.Serializable
  @Schema(name = "FieldError")
  public record FieldError(String field, String rule, String message) {}
}
