package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.AccessTokens
import io.cinema.auth.contracts.fixture.ForgedTokens
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.port.AccessTokenVerifier.BadSignature
import io.cinema.auth.domain.port.AccessTokenVerifier.Malformed
import io.cinema.auth.domain.port.AccessTokenVerifier.Outcome
import io.cinema.auth.domain.port.AccessTokenVerifier.Signed
import io.cinema.auth.domain.port.AccessTokenVerifier.UnknownKey
import io.cinema.auth.domain.port.PortUnavailableException
import io.cinema.auth.domain.session.Session
import io.cinema.auth.domain.token.AccessTokenCheck
import io.cinema.auth.domain.token.AccessTokenClaims
import io.cinema.auth.domain.token.Amr
import io.cinema.auth.domain.token.SignedClaims
import io.cinema.auth.domain.token.SigningKey
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import java.time.temporal.ChronoUnit
import spock.lang.Specification

/**
 * What the four ports of access tokens keep to together: {@code SigningKeyGenerator}, {@code
 * KeyRing}, {@code AccessTokenSigner}, {@code AccessTokenVerifier}. A ring signs with the key that
 * {@code KeySchedule.active} names by its clock, at each signature anew.
 */
abstract class AccessTokenContract extends Specification {
    protected final MutableClock clock = new MutableClock()

    /** A new node with an empty ring that goes by this clock. All nodes have one master key. */
    abstract TokenNode newNode(InstantSource clock)

    protected TokenNode node
    protected SigningKey key

    def setup() {
        node = newNode(clock)
        key = node.generator().generate(1, clock.instant(), clock.instant())
        node.ring().load([key])
    }

    def "a signed token comes back with all its claims"() {
        given:
        def user = Users.user().tokenVersion(version).roles(roles as String[]).build()
        if (superuser) {
            user = Users.user().tokenVersion(version).roles(roles as String[]).superuser().build()
        }
        def session = new Session(Sessions.opened(user, clock.instant()).id(), user.id(), 1,
            Instant.parse("2026-03-09T08:07:06Z"), clock.instant(), clock.instant() + Duration.ofDays(1),
            Duration.ofDays(1), amr as Set, Sessions.HOME, null)
        def claims = AccessTokens.claims(session, user.state(), clock.instant())

        when:
        def read = signed(verify(sign(claims)))
        def expected = AccessTokens.asSigned(claims)

        then:
        AccessTokenCheck.TYPE == read.type()
        read.issuer() == expected.issuer()
        read.audience() == expected.audience()
        read.subject() == expected.subject()
        read.expiresAt() == expected.expiresAt()
        read.issuedAt() == expected.issuedAt()
        read.authTime() == expected.authTime()
        read.jti() == expected.jti()
        read.sessionId() == expected.sessionId()
        read.version() == expected.version()
        read.amr() as Set == expected.amr() as Set
        read.roles() as Set == expected.roles() as Set
        read.superuser() == expected.superuser()

        and:
        AccessTokenCheck.check(read, AccessTokens.TERMS, clock.instant()) instanceof AccessTokenCheck.Valid

        where:
        version       | roles                 | superuser | amr
        1             | []                    | false     | [Amr.PWD]
        9_000_000_000 | ["critic", "a.b-c_1"] | true      | [Amr.PWD, Amr.OTP]
        2             | ["subscriber"]        | false     | [Amr.FED]
        3             | ["subscriber"]        | false     | []
    }

    def "times are whole seconds, as NumericDate of RFC 7519"() {
        given:
        def authTime = Instant.parse("2026-03-09T08:07:06.999999Z")
        def user = Users.any()
        def session = Sessions.opened(user, authTime)

        when:
        def read = signed(verify(sign(AccessTokens.claims(session, user.state(), clock.instant()))))

        then:
        read.authTime() == authTime.truncatedTo(ChronoUnit.SECONDS)
        read.issuedAt() == clock.instant().truncatedTo(ChronoUnit.SECONDS)
        read.expiresAt() == read.issuedAt() + AccessTokens.TERMS.life()
    }

    def "a token has the shape of RFC 9068 and names its key"() {
        given:
        def token = sign()
        def header = ForgedTokens.decoded(token, 0)
        def payload = ForgedTokens.decoded(token, 1)

        expect:
        token ==~ /[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}/
        header.contains('"alg":"ES256"')
        header.contains('"typ":"at+jwt"')
        header.contains("\"kid\":\"${key.id()}\"")
        payload.contains("\"client_id\":\"${AccessTokens.TERMS.clientId()}\"")
        ["iss", "aud", "sub", "iat", "exp", "jti", "sid", "ver", "auth_time", "amr", "roles", "superuser"].every {
            payload.contains("\"$it\":")
        }
    }

    def "a token prints as nothing"() {
        expect:
        node.signer().sign(claims()).toString() == "[redacted]"
    }

    def "whether a token has expired is not asked here"() {
        given:
        def token = sign()
        clock.advance(Duration.ofDays(1))

        expect:
        AccessTokenCheck.check(signed(verify(token)), AccessTokens.TERMS, clock.instant()) instanceof AccessTokenCheck.Expired
    }

    def "a token of one node is good at every node with the key"() {
        given:
        def other = newNode(clock)
        other.ring().load([key])

        expect:
        other.verifier().verify(sign()) instanceof Signed
    }

    def "a token of a key that is not in the ring has an unknown key"() {
        given:
        def other = newNode(clock)
        other.ring().load([other.generator().generate(1, clock.instant(), clock.instant())])

        expect:
        verify(other.signer().sign(claims()).reveal()) instanceof UnknownKey
        newNode(clock).verifier().verify(sign()) instanceof UnknownKey
    }

    def "a retired key no longer counts once the ring was loaded without it"() {
        given:
        def token = sign()
        def next = node.generator().generate(2, clock.instant(), clock.instant())

        when:
        node.ring().load([key, next])

        then:
        verify(token) instanceof Signed

        when:
        node.ring().load([next])

        then:
        verify(token) instanceof UnknownKey
        verify(sign()) instanceof Signed
    }

    def "the newest active key signs, from its instant on, without a load: #shift µs"() {
        given:
        def takeover = clock.instant() + Duration.ofHours(1)
        def next = node.generator().generate(2, clock.instant(), takeover)
        def early = sign()
        node.ring().load(newestFirst ? [next, key] : [key, next])

        when:
        clock.set(takeover + Duration.ofNanos(shift * 1000))

        then:
        ForgedTokens.decoded(sign(), 0).contains("\"kid\":\"${(generation == 2 ? next : key).id()}\"")
        verify(sign()) instanceof Signed
        verify(early) instanceof Signed

        where:
        shift | newestFirst || generation
        -1    | true        || 1
        -1    | false       || 1
        0     | true        || 2
        0     | false       || 2
        1     | true        || 2
    }

    def "the newest of several active keys signs, whenever it was activated"() {
        given:
        def next = node.generator().generate(2, clock.instant(), clock.instant() - Duration.ofHours(2))
        node.ring().load([next, key])

        expect:
        ForgedTokens.decoded(sign(), 0).contains("\"kid\":\"${next.id()}\"")
    }

    def "a ring #what does not sign"() {
        given:
        def other = newNode(clock)
        if (keys != null) {
            other.ring().load(keys.call(other, clock.instant()))
        }

        when:
        other.signer().sign(claims())

        then:
        thrown(PortUnavailableException)

        where:
        what                           | keys
        "that was never loaded"        | null
        "without keys"                 | { TokenNode n, Instant now -> [] }
        "whose key is not active yet"  | { TokenNode n, Instant now -> [n.generator().generate(1, now, now + Duration.ofSeconds(1))] }
    }

    def "a key that is published but not active yet already counts"() {
        given:
        def ahead = newNode(new MutableClock(clock.instant() + Duration.ofHours(2)))
        def next = node.generator().generate(2, clock.instant(), clock.instant() + Duration.ofHours(1))
        [node, ahead]*.ring()*.load([key, next])

        expect:
        verify(ahead.signer().sign(claims()).reveal()) instanceof Signed
    }

    def "loading disturbs nobody who signs or verifies meanwhile"() {
        given:
        def token = sign()
        def next = node.generator().generate(2, clock.instant(), clock.instant())

        when:
        def outcomes = Parallel.times(12) { int i ->
            (1..25).collect {
                i % 4 == 0 ? (node.ring().load(it % 2 ? [key, next] : [key]) ?: true)
                    : i % 4 == 1 ? node.signer().sign(claims()) != null
                    : verify(token) instanceof Signed
            }
        }.flatten()

        then:
        outcomes.every()
    }

    def "a made key is as it was asked for, of P-256, and shows no private half"() {
        given:
        def activeFrom = clock.instant() + Duration.ofDays(1)
        def made = node.generator().generate(7, clock.instant(), activeFrom)
        def again = node.generator().generate(7, clock.instant(), activeFrom)

        expect:
        made.generation() == 7
        made.createdAt() == clock.instant()
        made.activeFrom() == activeFrom
        made.id() != again.id()
        made.id() ==~ /[A-Za-z0-9_-]{1,64}/
        made.publicJwk() != again.publicJwk()
        made.publicJwk() =~ /"kty"\s*:\s*"EC"/
        made.publicJwk() =~ /"crv"\s*:\s*"P-256"/
        made.publicJwk().contains(made.id())
        !(made.publicJwk() =~ /"d"\s*:/)
        ForgedTokens.publicKey(made) != null
        !new String(made.sealedPrivateJwk().bytes(), "ISO-8859-1").contains("kty")
        made.sealedPrivateJwk() != again.sealedPrivateJwk()
    }

    def "a token with its #part changed has a bad signature"() {
        given:
        def parts = sign().split("\\.")
        def other = sign().split("\\.")

        when:
        def token = switch (part) {
            case "payload" -> [parts[0], other[1], parts[2]].join(".")
            case "signature" -> [parts[0], parts[1], other[2]].join(".")
            case "superuser claim" -> [parts[0], ForgedTokens.encoded(ForgedTokens.decoded(parts.join("."), 1)
                .replace('"superuser":false', '"superuser":true')), parts[2]].join(".")
            case "signature by zeroes" -> [parts[0], parts[1], "A" * 86].join(".")
        }

        then:
        verify(token) instanceof BadSignature

        where:
        part << ["payload", "signature", "superuser claim", "signature by zeroes"]
    }

    def "no one character of a token can be changed"() {
        given:
        def token = sign()

        expect: "but the last, half of whose bits mean nothing"
        (0..<token.length() - 1).every { i ->
            refused(token.substring(0, i) + (token[i] == "A" ? "B" : "A") + token.substring(i + 1))
        }
    }

    def "alg #alg is refused, with and without a signature"() {
        given:
        def token = sign()
        def header = """{"alg":"$alg","typ":"at+jwt","kid":"${key.id()}"}"""
        def parts = token.split("\\.")

        expect:
        refused("${ForgedTokens.encoded(header)}.${parts[1]}.")
        refused("${ForgedTokens.encoded(header)}.${parts[1]}")
        refused("${ForgedTokens.encoded(header)}.${parts[1]}.${parts[2]}")

        and: "of the token's own header as well"
        refused("${parts[0]}.${parts[1]}.")
        refused("${parts[0]}.${parts[1]}")

        where:
        alg << ["none", "None", "NONE", "nOnE", "", " none", "es256", "ES384", "ES512", "ES256K", "RS256", "PS256", "EdDSA", "HS256", "dir"]
    }

    def "HS256 keyed with our public key as #form is refused"() {
        given:
        def payload = ForgedTokens.decoded(sign(), 1)
        def header = """{"alg":"HS256","typ":"at+jwt","kid":"${key.id()}"}"""

        expect:
        refused(ForgedTokens.hmacSigned(header, payload, ForgedTokens.publicKeyAs(form, key)))

        where:
        form << ["jwk", "der", "pem", "x", "point"]
    }

    def "a key that the header brings is never trusted: #header"() {
        given:
        def forger = new ForgedTokens()
        def payload = ForgedTokens.decoded(sign(), 1)

        expect:
        refused(forger.signed(header.replace("KID", key.id()).replace("JWK", forger.jwk()), payload))

        where:
        header << [
            '{"alg":"ES256","typ":"at+jwt","kid":"KID"}',
            '{"alg":"ES256","typ":"at+jwt","kid":"KID","jwk":JWK}',
            '{"alg":"ES256","typ":"at+jwt","jwk":JWK}',
            '{"alg":"ES256","typ":"at+jwt","kid":"forged","jwk":JWK}',
            '{"alg":"ES256","typ":"at+jwt"}',
            '{"alg":"ES256","typ":"at+jwt","kid":"KID","x5c":["MIIB"]}',
            '{"alg":"ES256","typ":"at+jwt","kid":"KID","crit":["b64"],"b64":false}',
        ]
    }

    def "an address in the header is never called: #name"() {
        given:
        def forger = new ForgedTokens()
        def server = new ServerSocket(0, 5, InetAddress.loopbackAddress)
        server.soTimeout = 200
        def url = "http://127.0.0.1:${server.localPort}/keys"
        def payload = ForgedTokens.decoded(sign(), 1)

        expect:
        refused(forger.signed("""{"alg":"ES256","typ":"at+jwt","kid":"${key.id()}","$name":"$url"}""", payload))
        refused(forger.signed("""{"alg":"ES256","typ":"at+jwt","kid":"$url","$name":"$url"}""", payload))

        when:
        server.accept()

        then:
        thrown(SocketTimeoutException)

        cleanup:
        server.close()

        where:
        name << ["jku", "x5u"]
    }

    def "a token whose kid is #kid has an unknown key or is malformed"() {
        given:
        def forger = new ForgedTokens()

        expect:
        verify(forger.signed("""{"alg":"ES256","typ":"at+jwt","kid":$kid}""", ForgedTokens.decoded(sign(), 1))).class in [UnknownKey, Malformed]

        where:
        kid << ['"nobody"', '""', '"../../etc/passwd"', '"\' OR 1=1 --"', '1', 'null', 'true', '["a"]', '{"a":1}', '"' + "k" * 10_000 + '"']
    }

    def "what is no token is malformed, in no time: #shown"() {
        when:
        def start = System.nanoTime()
        def outcomes = (1..5).collect { verify(text) }

        then:
        outcomes.every { it instanceof Malformed }
        Duration.ofNanos(System.nanoTime() - start) < Duration.ofSeconds(1)

        where:
        text << ["", " ", ".", "..", "...", "a.b.c", "null", "\0", "💥.💥.💥", "e30.e30.", "e30.e30.e30", "W10.e30.AAAA", "bnVsbA.e30.AAAA",
                 "019aa000-0000-7000-8000-000000000001.3.q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80",
                 "a" * 1_000_000, "." * 1_000_000, "eyJ" * 333_333, ("a" * 333_333 + ".") * 3,
                 ForgedTokens.encoded('{"a":' * 50_000) + ".e30." + "A" * 86,
                 ForgedTokens.encoded('[' * 50_000) + ".e30." + "A" * 86]
        shown = text.take(40).replaceAll(/[^ -~]/, "?")
    }

    def "half a token is malformed"() {
        given:
        def token = sign()

        expect:
        verify(token.substring(0, token.length().intdiv(2))) instanceof Malformed
        verify(token.substring(token.indexOf(".") + 1)) instanceof Malformed
        verify(token.substring(0, token.lastIndexOf("."))) instanceof Malformed
        (1..<token.length()).every { refused(token.substring(0, it)) }
    }

    def "a good token made a megabyte long is refused in no time"() {
        given:
        def parts = sign().split("\\.")
        def much = "A" * 1_000_000

        when:
        def start = System.nanoTime()

        then:
        refused("${parts[0]}.${parts[1]}$much.${parts[2]}")
        refused("${parts[0]}.${parts[1]}.${parts[2]}$much")
        refused("${parts[0]}$much.${parts[1]}.${parts[2]}")
        Duration.ofNanos(System.nanoTime() - start) < Duration.ofSeconds(1)
    }

    def "a good token dressed up is refused"() {
        given:
        def token = sign()

        expect:
        refused(" $token")
        refused("$token\n")
        refused("$token=")
        refused("$token!")
        refused("${token}.")
        refused("${token}.${token}")
        refused("Bearer $token")
        refused(token.replace(".", "..") )
    }

    protected AccessTokenClaims claims() {
        def user = Users.user().roles("subscriber").build()
        AccessTokens.claims(Sessions.opened(user, clock.instant()), user.state(), clock.instant())
    }

    protected String sign(AccessTokenClaims claims = claims()) {
        node.signer().sign(claims).reveal()
    }

    protected Outcome verify(CharSequence token) {
        node.verifier().verify(token.toString())
    }

    protected boolean refused(CharSequence token) {
        !(verify(token) instanceof Signed)
    }

    protected static SignedClaims signed(Outcome outcome) {
        (outcome as Signed).claims()
    }
}
