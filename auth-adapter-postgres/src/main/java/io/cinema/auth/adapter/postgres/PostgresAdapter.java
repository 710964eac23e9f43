package io.cinema.auth.adapter.postgres;

import io.micronaut.aop.Around;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an implementation of a port: a bean of which every method tells an outage of Postgres as
 * {@link io.cinema.auth.domain.port.PortUnavailableException}. See {@link OutageInterceptor}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Around
@Singleton
@SuppressWarnings("InjectScopeAnnotationOnInterfaceOrAbstractClass") // a stereotype hands it on
public @interface PostgresAdapter {

  /** The port's name, for the log. */
  String value();
}
