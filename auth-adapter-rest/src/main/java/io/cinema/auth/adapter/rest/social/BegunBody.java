package io.cinema.auth.adapter.rest.social;

import io.cinema.auth.application.social.BegunFlow;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A way to a social network and back that was begun.
 *
 * @param authorizationUrl where to send the person to
 * @param flowToken to be kept by who began, and shown at the callback
 * @param expiresIn seconds the person may take
 */
@Serdeable.Serializable
@Schema(name = "SocialAuthorization")
record BegunBody(
    @Schema(
            format = "uri",
            example =
                "https://oauth.yandex.ru/authorize?response_type=code&client_id=cinema&state=Zr8pYQ2nD5w")
        String authorizationUrl,
    @Schema(example = "3q2-7wRkX0c…") String flowToken,
    @Schema(example = "600") long expiresIn) {

  static BegunBody of(BegunFlow flow) {
    return new BegunBody(
        flow.authorizationUri().toString(), flow.flowToken().reveal(), flow.life().toSeconds());
  }

  @Override
  public String toString() {
    return "BegunBody";
  }
}
