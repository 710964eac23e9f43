package io.cinema.auth.bootstrap.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Lets a trace begin with a request only: what jobs and probes ask Postgres and Redis would fill
 * the collector with traces of one statement each.
 *
 * @param chosen decides about the rest
 */
record OfRequests(Sampler chosen) implements Sampler {

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    return kind == SpanKind.SERVER || Span.fromContext(parent).getSpanContext().isValid()
        ? chosen.shouldSample(parent, traceId, name, kind, attributes, links)
        : SamplingResult.drop();
  }

  @Override
  public String getDescription() {
    return "OfRequests{" + chosen.getDescription() + "}";
  }
}
