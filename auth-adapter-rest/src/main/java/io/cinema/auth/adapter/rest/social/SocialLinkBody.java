package io.cinema.auth.adapter.rest.social;

import io.cinema.auth.domain.social.SocialLink;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * An identity at a social network that may sign in to the account.
 *
 * @param provider the network's name
 * @param issuer who vouches for the subject
 * @param subject the network's own id of the person
 */
@Serdeable.Serializable
@Schema(name = "SocialLink")
record SocialLinkBody(
    @Schema(format = "uuid", example = "019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e") String id,
    @Schema(example = "yandex") String provider,
    @Schema(example = "https://oauth.yandex.ru") String issuer,
    @Schema(example = "1130000012345678") String subject,
    Instant linkedAt) {

  static SocialLinkBody of(SocialLink link) {
    return new SocialLinkBody(
        link.id().toString(),
        link.identity().provider().value(),
        link.identity().issuer(),
        link.identity().subject(),
        link.linkedAt());
  }

  /** All of a person's links, oldest first. */
  @Serdeable.Serializable
  @Schema(name = "SocialLinks")
  record All(List<SocialLinkBody> items) {

    static All of(List<SocialLink> links) {
      return new All(links.stream().map(SocialLinkBody::of).toList());
    }
  }
}
