package io.cinema.auth.adapter.oauth;

/** How we show a token endpoint who we are (RFC 6749 section 2.3.1). */
enum ClientProof {
  /** By the secret in the form. */
  FORM,
  /** By the secret in a header. */
  BASIC,
  /** By nothing but our name. */
  NAME_ONLY
}
