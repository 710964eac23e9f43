package io.cinema.auth.adapter.rest.access;

import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.application.access.CheckAccess.MayDo;
import io.cinema.auth.application.access.CheckAccess.MayWatch;
import io.cinema.auth.application.access.CheckAccess.Question;
import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.domain.role.Permission;
import io.cinema.auth.domain.value.InvalidValueException;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be decided.
 *
 * @param userId whom it is about; whoever asks when absent
 */
@Serdeable.Deserializable
@Schema(name = "Checks")
record ChecksBody(
    @ArraySchema(arraySchema = @Schema(nullable = false), maxItems = ChecksBody.MOST)
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = false)
        @Nullable List<Check> checks,
    @Schema(format = "uuid", example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e")
        @Nullable String userId) {
  static final int MOST = 200;

  /**
   * One thing to decide: has a permission or a label, and not both.
   *
   * @param permission whether it is held
   * @param label whether what carries it may be watched
   */
  @Serdeable.Deserializable
  @Schema(name = "Check")
  record Check(
      @Schema(example = "films:write") @Nullable String permission,
      @Schema(example = "subscription") @Nullable String label) {

    private @Nullable Question question() {
      if (permission != null) {
        return label == null ? new MayDo(Permission.parse(permission)) : null;
      }
      return label == null ? null : new MayWatch(new ContentLabel(label));
    }
  }

  /** The checks in their order. What is wrong with them is told to the fields. */
  List<Question> questions(Fields fields) {
    if (checks == null) {
      fields.missing("checks");
      return List.of();
    }
    if (checks.size() > MOST) {
      fields.refuse("checks", "too_many", "must have at most " + MOST + " items");
      return List.of();
    }
    List<Question> questions = new ArrayList<>(checks.size());
    for (int i = 0; i < checks.size(); i++) {
      try {
        Question question = checks.get(i).question();
        if (question == null) {
          fields.refuse("checks[" + i + "]", "bad_check", "must have either permission or label");
        } else {
          questions.add(question);
        }
      } catch (InvalidValueException refused) {
        fields.refuse("checks[" + i + "]." + refused.field(), refused);
      }
    }
    return questions;
  }
}
