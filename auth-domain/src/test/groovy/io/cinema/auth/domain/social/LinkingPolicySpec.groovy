package io.cinema.auth.domain.social

import static io.cinema.auth.domain.social.LinkingPolicy.Rule.EMAIL_NOT_VERIFIED_HERE
import static io.cinema.auth.domain.social.LinkingPolicy.Rule.EMAIL_NOT_VERIFIED_THERE
import static io.cinema.auth.domain.social.LinkingPolicy.Rule.EMAIL_PROVED
import static io.cinema.auth.domain.social.LinkingPolicy.Rule.FREE_EMAIL
import static io.cinema.auth.domain.social.LinkingPolicy.Rule.IDENTITY_OF_ANOTHER
import static io.cinema.auth.domain.social.LinkingPolicy.Rule.KNOWN_IDENTITY
import static io.cinema.auth.domain.social.LinkingPolicy.Rule.LINKED_ALREADY
import static io.cinema.auth.domain.social.LinkingPolicy.Rule.NO_EMAIL
import static io.cinema.auth.domain.social.LinkingPolicy.Rule.PROVIDER_NOT_TRUSTED
import static io.cinema.auth.domain.social.LinkingPolicy.Rule.UNKNOWN_IDENTITY

import io.cinema.auth.domain.account.EmailAddress
import io.cinema.auth.domain.account.PersonName
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.social.LinkingPolicy.Decision
import io.cinema.auth.domain.social.LinkingPolicy.EmailHolder
import io.cinema.auth.domain.social.LinkingPolicy.Link
import io.cinema.auth.domain.social.LinkingPolicy.Refuse
import io.cinema.auth.domain.social.LinkingPolicy.Rule
import io.cinema.auth.domain.social.LinkingPolicy.SignIn
import io.cinema.auth.domain.social.LinkingPolicy.SignUp
import spock.lang.Specification

class LinkingPolicySpec extends Specification {
    static final UserId ANNA = new UserId(new UUID(1, 1))
    static final UserId BORIS = new UserId(new UUID(2, 2))

    static final LinkingPolicy POLICY = new LinkingPolicy([
        (new ProviderName("google")): new EmailTrust.OfDomains(["gmail.com"] as Set),
        (new ProviderName("github")): new EmailTrust.OfAll(),
    ])

    def "#provider tells #email, verified there: #there, the identity is #linked's, the e-mail is #holder's, verified here: #here"() {
        expect:
        POLICY.signIn(profile(provider, email, there), linked, held(holder, here)) == decision

        where:
        provider | email            | there | linked | holder | here  || decision

        // A known identity opens its own account, whatever is said of the e-mail.
        "vk"     | null             | false | ANNA   | null   | false || new SignIn(ANNA, KNOWN_IDENTITY)
        "vk"     | "a@example.com"  | false | ANNA   | null   | false || new SignIn(ANNA, KNOWN_IDENTITY)
        "vk"     | "a@example.com"  | false | ANNA   | ANNA   | false || new SignIn(ANNA, KNOWN_IDENTITY)
        "github" | "a@example.com"  | true  | ANNA   | BORIS  | true  || new SignIn(ANNA, KNOWN_IDENTITY)
        "google" | "a@gmail.com"    | true  | ANNA   | BORIS  | true  || new SignIn(ANNA, KNOWN_IDENTITY)

        // Nobody has the e-mail: an account of its own.
        "vk"     | null             | false | null   | null   | false || new SignUp(NO_EMAIL)
        "github" | null             | true  | null   | null   | false || new SignUp(NO_EMAIL)
        "github" | null             | true  | null   | BORIS  | true  || new SignUp(NO_EMAIL)
        "vk"     | "a@example.com"  | false | null   | null   | false || new SignUp(FREE_EMAIL)
        "github" | "a@example.com"  | true  | null   | null   | false || new SignUp(FREE_EMAIL)

        // Somebody has it. First: does the network vouch for it?
        "github" | "a@example.com"  | false | null   | BORIS  | true  || new Refuse(EMAIL_NOT_VERIFIED_THERE)
        "github" | "a@example.com"  | false | null   | BORIS  | false || new Refuse(EMAIL_NOT_VERIFIED_THERE)
        "vk"     | "a@example.com"  | false | null   | BORIS  | false || new Refuse(EMAIL_NOT_VERIFIED_THERE)
        "google" | "a@gmail.com"    | false | null   | BORIS  | true  || new Refuse(EMAIL_NOT_VERIFIED_THERE)

        // Second: does its word count?
        "vk"     | "a@example.com"  | true  | null   | BORIS  | true  || new Refuse(PROVIDER_NOT_TRUSTED)
        "vk"     | "a@gmail.com"    | true  | null   | BORIS  | true  || new Refuse(PROVIDER_NOT_TRUSTED)
        "vk"     | "a@example.com"  | true  | null   | BORIS  | false || new Refuse(PROVIDER_NOT_TRUSTED)
        "google" | "a@example.com"  | true  | null   | BORIS  | true  || new Refuse(PROVIDER_NOT_TRUSTED)
        "google" | "a@gma\u0131l.com" | true | null  | BORIS  | true  || new Refuse(PROVIDER_NOT_TRUSTED)
        "github" | "\u0131@example.com" | true | null | BORIS | true  || new Refuse(PROVIDER_NOT_TRUSTED)

        // Third: do we know it to be theirs?
        "google" | "a@gmail.com"    | true  | null   | BORIS  | false || new Refuse(EMAIL_NOT_VERIFIED_HERE)
        "github" | "a@example.com"  | true  | null   | BORIS  | false || new Refuse(EMAIL_NOT_VERIFIED_HERE)

        // All three.
        "google" | "a@gmail.com"    | true  | null   | BORIS  | true  || new Link(BORIS, EMAIL_PROVED)
        "google" | "A@GMail.com"    | true  | null   | BORIS  | true  || new Link(BORIS, EMAIL_PROVED)
        "github" | "a@example.com"  | true  | null   | BORIS  | true  || new Link(BORIS, EMAIL_PROVED)
    }

    def "over all there is: an e-mail links only where all three hold, and a known identity opens no other account"() {
        given:
        def all = [["google", "github", "vk"], [null, "a@gmail.com", "a@example.com"], [true, false], [null, ANNA],
                   [null, BORIS], [true, false]].combinations()

        when:
        def decided = all.collectEntries { [it, decide(*it)] }

        then:
        all.size() == 3 * 3 * 2 * 2 * 2 * 2
        decided.every { input, decision ->
            def (provider, email, there, linked, holder, here) = input
            def trusted = provider == "github" || (provider == "google" && email == "a@gmail.com")
            switch (decision) {
                case SignIn: return linked == ANNA && decision.user() == ANNA
                case Link: return !linked && email && holder == decision.user() && there && here && trusted
                case SignUp: return !linked && (!email || !holder)
                case Refuse: return !linked && email && holder && !(there && here && trusted)
            }
        }
        (decided.values().collect { it.class } as Set) == [SignIn, Link, SignUp, Refuse] as Set
    }

    def "a policy that trusts nobody links nothing by e-mail"() {
        expect:
        new LinkingPolicy([:]).signIn(profile("github", "a@example.com", true), null, held(BORIS, true)) ==
            new Refuse(PROVIDER_NOT_TRUSTED)
    }

    def "who is signed in and links an identity of #linked: #decision"() {
        expect:
        POLICY.link(ANNA, linked) == decision

        where:
        linked                     || decision
        null                       || new Link(ANNA, UNKNOWN_IDENTITY)
        ANNA                       || new SignIn(ANNA, LINKED_ALREADY)
        new UserId(new UUID(1, 1)) || new SignIn(ANNA, LINKED_ALREADY)
        BORIS                      || new Refuse(IDENTITY_OF_ANOTHER)
    }

    def "an account with #links links, with a password: #hasPassword, may do without one: #may"() {
        expect:
        LinkingPolicy.mayUnlink(hasPassword, links) == may

        where:
        hasPassword | links || may
        true        | 1     || true
        true        | 2     || true
        false       | 0     || false
        false       | 1     || false
        false       | 2     || true
        false       | 100   || true
    }

    def "every rule decides something"() {
        given:
        def signIns = [["google", "github", "vk"], [null, "a@gmail.com"], [true, false], [null, ANNA], [null, BORIS],
                       [true, false]].combinations().collect { decide(*it).rule() }
        def links = [null, ANNA, BORIS].collect { POLICY.link(ANNA, it).rule() }

        expect:
        (signIns + links) as Set == Rule.values() as Set
    }

    private static Decision decide(String provider, String email, boolean there, UserId linked, UserId holder, boolean here) {
        POLICY.signIn(profile(provider, email, there), linked, held(holder, here))
    }

    private static SocialProfile profile(String provider, String email, boolean verified) {
        new SocialProfile(new SocialIdentity(new ProviderName(provider), "https://${provider}.example", "1"),
            email ? EmailAddress.of(email) : null, verified, null, PersonName.NONE)
    }

    private static EmailHolder held(UserId holder, boolean verified) {
        holder ? new EmailHolder(holder, verified) : null
    }
}
