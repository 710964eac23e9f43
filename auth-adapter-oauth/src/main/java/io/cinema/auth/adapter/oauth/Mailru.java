package io.cinema.auth.adapter.oauth;

import java.util.Map;

/** Mail.ru: VK ID, told to open its way in for Mail.ru. */
final class Mailru extends Vk {

  Mailru(ProviderSettings settings) {
    super(settings);
  }

  @Override
  public Map<String, String> authorizationExtras() {
    return Map.of("provider", "mail_ru");
  }
}
