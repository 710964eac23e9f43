package io.cinema.auth.adapter.rest.problem;

import io.cinema.auth.adapter.rest.problem.ProblemDocument.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem from where no controller could answer: filters, readers, binders.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final transient List<FieldError> errors;

  private ProblemException(Problem problem, @Nullable String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.problem = problem;
    this.errors = List.copyOf(errors);
  }

  public static ProblemException of(Problem problem, @Nullable String detail) {
    return new ProblemException(problem, detail, List.of());
  }

  /** A request that was read and holds values that break rules. */
  public static ProblemException invalid(List<FieldError> errors) {
    return new ProblemException(Problem.INVALID_REQUEST, null, errors);
  }

  Problem problem() {
    return problem;
  }

  List<FieldError> errors() {
    return errors;
  }
}
