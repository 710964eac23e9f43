package io.cinema.auth.adapter.oauth.http;

import java.io.IOException;

/** An answer that is not what it should be. Says what is wrong with it and never what was in it. */
public final class UnfitAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message fixed text: a body may hold tokens
   */
  public UnfitAnswerException(String message) {
    super(message);
  }
}
