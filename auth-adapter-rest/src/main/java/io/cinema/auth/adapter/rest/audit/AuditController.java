package io.cinema.auth.adapter.rest.audit;

import io.cinema.auth.adapter.rest.http.RequestThreads;
import io.cinema.auth.adapter.rest.json.Fields;
import io.cinema.auth.adapter.rest.json.Fields.Field;
import io.cinema.auth.adapter.rest.paging.PageParameters;
import io.cinema.auth.adapter.rest.security.Administrators;
import io.cinema.auth.adapter.rest.security.Needs;
import io.cinema.auth.application.audit.ReadAuditEvents;
import io.cinema.auth.domain.access.AdminPermission;
import io.cinema.auth.domain.audit.AuditFilter;
import io.cinema.auth.domain.paging.PageRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Who did what to whom. */
@Controller("/api/v1/audit-events")
@Tag(name = "Audit", description = "What administrators did, and what changed how people sign in")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(RequestThreads.NAME)
final class AuditController {
  private final ReadAuditEvents readAuditEvents;

  AuditController(ReadAuditEvents readAuditEvents) {
    this.readAuditEvents = readAuditEvents;
  }

  @Get
  @Needs(AdminPermission.AUDIT_READ)
  @Operation(
      operationId = "readAuditEvents",
      summary = "Read the audit trail",
      description = "What was done and what was refused, newest first.")
  @ApiResponse(
      responseCode = "200",
      description = "A part of the trail",
      content = @Content(schema = @Schema(implementation = AuditEventBody.Part.class)))
  AuditEventBody.Part read(
      HttpRequest<?> request,
      @RequestBean AuditParameters which,
      @RequestBean PageParameters page) {
    Fields fields = new Fields();
    Field<PageRequest> part = page.in(fields);
    AuditFilter filter = which.filter(fields);
    return AuditEventBody.Part.of(
        readAuditEvents.read(Administrators.of(request), filter, part.value()));
  }
}
