package io.cinema.auth.domain.social;

import io.cinema.auth.domain.account.EmailAddress;
import io.cinema.auth.domain.account.UserId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose account somebody gets who comes from a social network. An identity opens the account that
 * it is linked to, and no other. An e-mail links by itself only where the network has verified it,
 * is trusted with it, and we have verified it too: else whoever gets hold of an address at the
 * network, or signed up here with an address that is not theirs, would share an account with its
 * owner.
 *
 * @param trusted networks whose word on e-mails counts; no other's does
 */
public record LinkingPolicy(Map<ProviderName, EmailTrust> trusted) {

  public LinkingPolicy {
    trusted = Map.copyOf(trusted);
  }

  /** Which rule decided. */
  public enum Rule {
    KNOWN_IDENTITY,
    /** Nobody here has the e-mail. */
    FREE_EMAIL,
    /** The network gave no e-mail. */
    NO_EMAIL,
    /** Verified there, verified here, and the network is trusted. */
    EMAIL_PROVED,
    EMAIL_NOT_VERIFIED_THERE,
    PROVIDER_NOT_TRUSTED,
    EMAIL_NOT_VERIFIED_HERE,
    /** The identity is linked to the one who links it. */
    LINKED_ALREADY,
    UNKNOWN_IDENTITY,
    IDENTITY_OF_ANOTHER
  }

  /** What to do, and why. */
  public sealed interface Decision {
    Rule rule();
  }

  public record SignIn(UserId user, Rule rule) implements Decision {}

  /** Make an account. */
  public record SignUp(Rule rule) implements Decision {}

  /** Link the identity to this account. */
  public record Link(UserId user, Rule rule) implements Decision {}

  public record Refuse(Rule rule) implements Decision {}

  /**
   * Who has the e-mail of a profile here.
   *
   * @param verified whether we know that it is theirs
   */
  public record EmailHolder(UserId user, boolean verified) {}

  /**
   * Somebody signs in.
   *
   * @param linkedTo whom the identity is linked to, or null
   * @param holder who has the profile's e-mail here, or null
   */
  public Decision signIn(
      SocialProfile profile, @Nullable UserId linkedTo, @Nullable EmailHolder holder) {
    if (linkedTo != null) {
      return new SignIn(linkedTo, Rule.KNOWN_IDENTITY);
    }
    EmailAddress email = profile.email();
    if (email == null) {
      return new SignUp(Rule.NO_EMAIL);
    }
    if (holder == null) {
      return new SignUp(Rule.FREE_EMAIL);
    }
    if (!profile.emailVerified()) {
      return new Refuse(Rule.EMAIL_NOT_VERIFIED_THERE);
    }
    EmailTrust trust = trusted.get(profile.identity().provider());
    if (trust == null || !trust.covers(email)) {
      return new Refuse(Rule.PROVIDER_NOT_TRUSTED);
    }
    return holder.verified()
        ? new Link(holder.user(), Rule.EMAIL_PROVED)
        : new Refuse(Rule.EMAIL_NOT_VERIFIED_HERE);
  }

  /**
   * Somebody who is signed in links an identity. The e-mail has no part in it.
   *
   * @param linkedTo whom the identity is linked to, or null
   */
  public Decision link(UserId self, @Nullable UserId linkedTo) {
    if (linkedTo == null) {
      return new Link(self, Rule.UNKNOWN_IDENTITY);
    }
    return linkedTo.equals(self)
        ? new SignIn(self, Rule.LINKED_ALREADY)
        : new Refuse(Rule.IDENTITY_OF_ANOTHER);
  }

  /** Whether an account may do without one of its links: never without its last way in. */
  public static boolean mayUnlink(boolean hasPassword, int links) {
    return hasPassword || links > 1;
  }
}
