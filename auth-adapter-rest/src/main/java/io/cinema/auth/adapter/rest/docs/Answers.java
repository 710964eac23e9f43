package io.cinema.auth.adapter.rest.docs;

import io.cinema.auth.adapter.rest.problem.Problem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems an operation can answer with, beside those that follow from what it is: a token
 * check, a body, parameters. {@link ApiDescription} puts all of them into the API description.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {
  Problem[] value();
}
