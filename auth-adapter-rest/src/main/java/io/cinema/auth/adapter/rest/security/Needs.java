package io.cinema.auth.adapter.rest.security;

import io.cinema.auth.domain.access.AdminPermission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets only administrators with a permission call a route. It is looked at before the body is read,
 * and stands in the API description by itself. The route learns from {@link Administrators} who
 * came in.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
  AdminPermission value();
}
