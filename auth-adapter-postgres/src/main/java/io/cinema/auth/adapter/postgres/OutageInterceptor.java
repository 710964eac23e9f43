package io.cinema.auth.adapter.postgres;

import io.cinema.auth.domain.port.PortUnavailableException;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import org.jspecify.annotations.Nullable;

/** Turns outages into {@link PortUnavailableException}, for all methods of all adapters. */
@InterceptorBean(PostgresAdapter.class)
final class OutageInterceptor implements MethodInterceptor<Object, Object> {

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
    try {
      return call.proceed();
    } catch (PortUnavailableException told) {
      throw told;
    } catch (RuntimeException failure) {
      if (Outage.caused(failure)) {
        String port = call.stringValue(PostgresAdapter.class).orElse("postgres");
        throw PortUnavailableException.down(port, failure);
      }
      throw failure;
    }
  }
}
