package io.cinema.auth.adapter.rest.security;

import io.cinema.auth.application.access.Administrator;
import io.cinema.auth.domain.access.AdminPermission;
import io.micronaut.http.HttpRequest;

/** Tells as whom a request was let in to a route that {@link Needs} a permission. */
public final class Administrators {
  /** What there is to say to an administrator who would touch a superuser and is none. */
  public static final String SUPERUSERS_ONLY = "Only a superuser may do this to a superuser.";

  private static final String ATTRIBUTE = "auth.administrator";

  private Administrators() {}

  /** What there is to say to somebody who lacks a permission. */
  public static String needs(AdminPermission permission) {
    return "This needs the permission " + permission + ".";
  }

  /**
   * @throws IllegalStateException when the route needs no permission
   */
  public static Administrator of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, Administrator.class)
        .orElseThrow(() -> new IllegalStateException("the route lacks @Needs"));
  }

  static void keep(HttpRequest<?> request, Administrator administrator) {
    request.setAttribute(ATTRIBUTE, administrator);
  }
}
