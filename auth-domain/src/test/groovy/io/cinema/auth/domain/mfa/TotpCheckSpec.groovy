package io.cinema.auth.domain.mfa

import io.cinema.auth.domain.mfa.TotpCheck.Accepted
import io.cinema.auth.domain.mfa.TotpCheck.Reused
import io.cinema.auth.domain.mfa.TotpCheck.Wrong
import java.nio.ByteBuffer
import java.time.Instant
import java.util.function.LongFunction
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
import spock.lang.Specification

class TotpCheckSpec extends Specification {
    /** In the middle of step 1000. */
    static final Instant NOW = Instant.ofEpochSecond(1000 * 30 + 15)

    /** A code that tells its step. */
    static final LongFunction<TotpCode> STEPS = { long step -> TotpCode.of(String.format("%06d", step)) }

    def "with the default window a code of #offset steps off counts: #result"() {
        expect:
        check(1000 + offset, TotpWindow.DEFAULT, 0) == result

        where:
        offset || result
        -3     || new Wrong()
        -2     || new Wrong()
        -1     || new Accepted(999)
        0      || new Accepted(1000)
        1      || new Wrong()
        2      || new Wrong()
    }

    def "a window of #back back and #ahead ahead takes exactly the steps #first to #last"() {
        expect:
        (980..1020).findAll { check(it, new TotpWindow(back, ahead), 0) instanceof Accepted } == (first..last)

        where:
        back | ahead || first | last
        0    | 0     || 1000  | 1000
        1    | 0     || 999   | 1000
        0    | 1     || 1000  | 1001
        2    | 1     || 998   | 1001
        10   | 10    || 990   | 1010
    }

    def "after a code of step #used, one of step #shown: #result"() {
        expect:
        check(shown, new TotpWindow(1, 1), used) == result

        where:
        used | shown || result
        998  | 999   || new Accepted(999)
        999  | 999   || new Reused()
        999  | 1000  || new Accepted(1000)
        1000 | 999   || new Reused()
        1000 | 1000  || new Reused()
        1000 | 1001  || new Accepted(1001)
        1001 | 999   || new Reused()
        1001 | 1000  || new Reused()
        1001 | 1001  || new Reused()
        9999 | 1000  || new Reused()
        1000 | 998   || new Wrong()
        1000 | 1002  || new Wrong()
    }

    def "at the turn of a step: #second seconds in, the code of step #step counts: #counts"() {
        expect:
        TotpCheck.check(STEPS.apply(step), STEPS, Instant.ofEpochSecond(30_000 + second).plusNanos(nanos), TotpWindow.DEFAULT, 0) instanceof
            Accepted == counts

        where:
        second | nanos       | step || counts
        -1     | 999_999_999 | 1000 || false
        0      | 0           | 1000 || true
        59     | 999_999_999 | 1000 || true
        60     | 0           | 1000 || false
    }

    def "#seconds seconds since 1970 are in step #step"() {
        expect:
        TotpCheck.stepAt(Instant.ofEpochSecond(seconds)) == step

        where:
        seconds        || step
        0              || 0
        29             || 0
        30             || 1
        59             || 1
        60             || 2
        -1             || -1
        -30            || -1
        -31            || -2
        1_111_111_109  || 0x23523EC
        20_000_000_000 || 0x27BC86AA
    }

    def "RFC 6238 appendix B, SHA-1: at #seconds the code #code counts, once"() {
        given:
        def now = Instant.ofEpochSecond(seconds)
        def codes = rfc4226("12345678901234567890".bytes)
        def step = TotpCheck.stepAt(now)

        expect:
        TotpCheck.check(TotpCode.of(code), codes, now, TotpWindow.DEFAULT, step - 1) == new Accepted(step)
        TotpCheck.check(TotpCode.of(code), codes, now, TotpWindow.DEFAULT, step) == new Reused()
        TotpCheck.check(TotpCode.of("000000"), codes, now, TotpWindow.DEFAULT, step - 1) == new Wrong()

        where:
        seconds        | code
        59             | "287082"
        1_111_111_109  | "081804"
        1_111_111_111  | "050471"
        1_234_567_890  | "005924"
        2_000_000_000  | "279037"
        20_000_000_000 | "353130"
    }

    def "every step of the window is looked at, wherever the code matched"() {
        given:
        def asked = []
        LongFunction<TotpCode> codes = { long step -> asked << step; STEPS.apply(step) }

        when:
        TotpCheck.check(STEPS.apply(shown), codes, NOW, new TotpWindow(2, 2), 0)

        then:
        asked == [998, 999, 1000, 1001, 1002]

        where:
        shown << [998, 1000, 1002, 7]
    }

    def "should two steps have the same code, the newer one is used up"() {
        given:
        LongFunction<TotpCode> same = { long step -> TotpCode.of("111111") }

        expect:
        TotpCheck.check(TotpCode.of("111111"), same, NOW, TotpWindow.DEFAULT, 999) == new Accepted(1000)
        TotpCheck.check(TotpCode.of("111111"), same, NOW, TotpWindow.DEFAULT, 998) == new Accepted(1000)
        TotpCheck.check(TotpCode.of("111111"), same, NOW, TotpWindow.DEFAULT, 1000) == new Reused()
    }

    def "a window of #back back and #ahead ahead is refused"() {
        when:
        new TotpWindow(back, ahead)

        then:
        thrown(IllegalArgumentException)

        where:
        back | ahead
        -1   | 0
        0    | -1
        11   | 0
        0    | 11
    }

    private static TotpCheck.Result check(long shown, TotpWindow window, long lastStep) {
        TotpCheck.check(STEPS.apply(shown), STEPS, NOW, window, lastStep)
    }

    /** The codes of a secret as RFC 4226 section 5.3 makes them. */
    private static LongFunction<TotpCode> rfc4226(byte[] secret) {
        return { long step ->
            def mac = Mac.getInstance("HmacSHA1")
            mac.init(new SecretKeySpec(secret, "HmacSHA1"))
            def bytes = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array())
            def number = ByteBuffer.wrap(bytes).getInt(bytes[19] & 0xf) & 0x7fffffff
            TotpCode.of(String.format(Locale.ROOT, "%06d", number % 1_000_000))
        }
    }
}
