package io.cinema.auth.adapter.oauth;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.id.ClientID;
import io.cinema.auth.domain.secret.Secret;

/** Who we are at a network. */
record Credentials(ClientID client, Secret secret) {

  ClientAuthentication inForm() {
    return new ClientSecretPost(client, forNimbus());
  }

  ClientAuthentication inHeader() {
    return new ClientSecretBasic(client, forNimbus());
  }

  private com.nimbusds.oauth2.sdk.auth.Secret forNimbus() {
    return new com.nimbusds.oauth2.sdk.auth.Secret(secret.reveal());
  }
}
