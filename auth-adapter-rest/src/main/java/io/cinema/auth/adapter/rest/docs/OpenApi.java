package io.cinema.auth.adapter.rest.docs;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;

/** What the API description says of the whole API. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Cinema auth",
            version = "1",
            description =
                "Accounts, tokens, sessions and history of an online cinema. Every error is a problem document "
                    + "(RFC 9457) whose type is the address of a page that explains it."),
    servers = @Server(url = "/", description = "Where this description was read"))
@SecurityScheme(
    name = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "The access_token of login or refresh")
final class OpenApi {
  private OpenApi() {}
}
