package io.cinema.auth.devkit.social;

import static io.cinema.auth.devkit.social.RefusedException.unless;

import java.net.URI;

/** Mail.ru: VK ID, asked for it by {@code provider=mail_ru} in the authorization request. */
public final class FakeMailru extends FakeVk {

  private FakeMailru(Registration client) {
    super(client);
  }

  /** One where {@link Registration#of} is registered. */
  public static FakeMailru open(URI... redirectUris) {
    return started(new FakeMailru(Registration.of(redirectUris)));
  }

  @Override
  void check(AuthorizationRequest request, Parameters sent) {
    unless(
        sent.require("provider").equals("mail_ru"), "invalid_request", "provider must be mail_ru");
  }
}
