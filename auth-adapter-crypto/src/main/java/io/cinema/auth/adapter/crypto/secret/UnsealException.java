package io.cinema.auth.adapter.crypto.secret;

import org.jspecify.annotations.Nullable;

/** Sealed bytes that cannot be opened, and why. Carries no secret. */
public final class UnsealException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** What is the matter. */
  public enum Reason {
    /** They were sealed under another master key than ours. */
    OTHER_MASTER_KEY("it was sealed under another master key: check AUTH_MASTER_KEY"),
    /** Our key, but the bytes were changed, or sealed for another purpose or another row. */
    DAMAGED("it was changed, or belongs to something else"),
    /** A format that this version does not know. */
    UNKNOWN_FORMAT("its format is unknown");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Reason reason;

  /**
   * @param what names the thing that stays closed, for the log
   */
  public UnsealException(String what, Reason reason, @Nullable Throwable cause) {
    super(what + " cannot be opened: " + reason.sentence, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
