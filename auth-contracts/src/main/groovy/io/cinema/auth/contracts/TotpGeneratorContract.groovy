package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.domain.account.Login
import io.cinema.auth.domain.mfa.TotpCheck
import io.cinema.auth.domain.mfa.TotpSecret
import io.cinema.auth.domain.port.TotpGenerator
import java.nio.charset.StandardCharsets
import java.time.Instant
import javax.imageio.ImageIO
import spock.lang.Specification

/** What every {@link TotpGenerator} keeps to. */
abstract class TotpGeneratorContract extends Specification {
    /** "12345678901234567890" of RFC 4226 appendix D and RFC 6238 appendix B. */
    protected static final TotpSecret RFC_SECRET = TotpSecret.ofBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")

    /** A generator whose apps show this name of the service. */
    abstract TotpGenerator generator(String issuer)

    protected TotpGenerator generator

    def setup() {
        generator = generator("Cinema")
    }

    def "RFC 4226 appendix D: counter #counter gives #code"() {
        expect:
        generator.codeAt(RFC_SECRET, counter).reveal() == code

        where:
        counter || code
        0       || "755224"
        1       || "287082"
        2       || "359152"
        3       || "969429"
        4       || "338314"
        5       || "254676"
        6       || "287922"
        7       || "162583"
        8       || "399871"
        9       || "520489"
    }

    def "RFC 6238 appendix B, SHA-1: at #time the code is #code, the last six of eight digits"() {
        expect:
        generator.codeAt(RFC_SECRET, TotpCheck.stepAt(Instant.parse(time))).reveal() == code

        where:
        time                   || code
        "1970-01-01T00:00:59Z" || "287082"
        "2005-03-18T01:58:29Z" || "081804"
        "2005-03-18T01:58:31Z" || "050471"
        "2009-02-13T23:31:30Z" || "005924"
        "2033-05-18T03:33:20Z" || "279037"
        "2603-10-11T11:33:20Z" || "353130"
    }

    def "a code has six digits, 0 to 9, wherever in the world the process thinks it is: #locale"() {
        given:
        def home = Locale.default
        Locale.setDefault(Locale.forLanguageTag(locale))

        expect:
        generator.codeAt(RFC_SECRET, 41_152_263).reveal() == "005924"

        cleanup:
        Locale.setDefault(home)

        where:
        locale << ["ar-EG", "fa-IR", "th-TH-u-nu-thai", "hi-IN-u-nu-deva", "tr-TR"]
    }

    def "new secrets are 160 random bits: none is given twice, and each place takes each of the 32 letters"() {
        given:
        def secrets = (1..1000).collect { generator.newSecret().reveal() }

        expect:
        secrets.toSet().size() == 1000
        secrets.every { it ==~ /[A-Z2-7]{32}/ }
        (0..<32).every { place -> secrets.collect { it[place] }.toSet().size() == 32 }
    }

    def "each secret has codes of its own, the same whoever computes them"() {
        given:
        def secret = generator.newSecret()
        def codes = (0..<20).collect { generator.codeAt(secret, 50_000_000 + it) }

        expect:
        codes == (0..<20).collect { generator("Other").codeAt(secret, 50_000_000 + it) }
        codes != (0..<20).collect { generator.codeAt(generator.newSecret(), 50_000_000 + it) }
        codes.toSet().size() > 15
    }

    def "the URI is what apps read (Key URI Format): login #login, issuer #issuer"() {
        given:
        def secret = generator.newSecret()
        def text = generator(issuer).provision(secret, Login.of(login)).uri().reveal()
        def uri = new URI(text)

        expect: "nothing but ASCII, and spaces as %20: apps show a plus as it is"
        text ==~ /[!-~]+/
        !text.contains("+")

        and:
        uri.scheme == "otpauth"
        uri.host == "totp"
        decoded(uri.rawPath) == "/$issuer:$login"
        parameters(uri) == [secret: secret.reveal(), issuer: issuer, algorithm: "SHA1", digits: "6", period: "30"]

        where:
        login                       | issuer
        "neo"                       | "Cinema"
        "neo.the-one_1999"          | "Cinema"
        "Jürgen"                    | "Kino am Rosenthaler Platz"
        "Ñandú"                     | "Cinéma Lumière"
        "нео"                       | "Кино & Co. 100% + 1?"
        "東京太郎"                      | "a/b#c=d;e,f@g"
        "𠮷𠮷𠮷"                       | "Kino 🎬"
        "x" * 64                    | "C" * 40
    }

    def "the login is shown as its owner wrote it"() {
        expect:
        decoded(new URI(generator.provision(RFC_SECRET, Login.of("NeO")).uri().reveal()).rawPath) == "/Cinema:NeO"
    }

    def "the QR code is a PNG image in Base64"() {
        given:
        def png = generator.provision(RFC_SECRET, Login.of("neo")).qrPng().reveal().decodeBase64()
        def readers = ImageIO.getImageReaders(ImageIO.createImageInputStream(new ByteArrayInputStream(png)))

        expect:
        readers.next().formatName == "png"
        with(ImageIO.read(new ByteArrayInputStream(png))) {
            width == height
        }
    }

    def "what an app is set up with prints as nothing"() {
        given:
        def set = generator.provision(RFC_SECRET, Login.of("neo"))

        expect:
        set.secret() == RFC_SECRET
        [set.secret(), set.uri(), set.qrPng(), generator.codeAt(RFC_SECRET, 1)].every { "$it" == "[redacted]" }
        !set.toString().contains(RFC_SECRET.reveal())
    }

    def "many at a time do not disturb each other"() {
        expect:
        Parallel.times(20) {
            (1..50).every { generator.codeAt(RFC_SECRET, 1).reveal() == "287082" } ? generator.newSecret() : null
        }.toSet().findAll().size() == 20
    }

    private static Map<String, String> parameters(URI uri) {
        uri.rawQuery.split("&").collectEntries { it.split("=", 2).collect { decoded(it) } }
    }

    /** Percent encoding alone, unlike that of forms. */
    private static String decoded(String text) {
        URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8)
    }
}
