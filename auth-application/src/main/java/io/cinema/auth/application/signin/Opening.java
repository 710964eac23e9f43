package io.cinema.auth.application.signin;

/** What came of opening a session for somebody who proved who they are: the same for every path. */
public sealed interface Opening {

  record Opened(IssuedTokens tokens) implements Opening {}

  /** The first factor was right, and a second is needed, or must be set up. */
  record FactorRequired(MfaChallenge challenge) implements Opening {}

  record AccountDisabled() implements Opening {}

  /** The owner limited the user agents that may sign in, and this is none of them. */
  record AgentNotAllowed() implements Opening {}
}
