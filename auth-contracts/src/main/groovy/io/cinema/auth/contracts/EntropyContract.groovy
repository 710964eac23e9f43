package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.domain.port.Entropy
import spock.lang.Specification

/** What every {@link Entropy} keeps to. */
abstract class EntropyContract extends Specification {

    /** The port under test; a new one at each call. */
    abstract Entropy entropy()

    def "a token is 43 letters that are safe in a URL, and 32 bytes"() {
        given:
        def entropy = entropy()

        expect:
        200.times {
            def token = entropy.token().reveal()
            def bytes = Base64.urlDecoder.decode(token)
            assert token ==~ /[A-Za-z0-9_-]{43}/
            assert bytes.length == 32
            assert Base64.urlEncoder.withoutPadding().encodeToString(bytes) == token
        }
    }

    def "no two tokens are the same, also of many that are made in parallel"() {
        given:
        def entropy = entropy()

        when:
        def made = Parallel.times(50) { (1..200).collect { entropy.token() } }.flatten()

        then:
        made.toSet().size() == 10_000
    }

    def "what starts anew does not repeat itself"() {
        expect:
        (1..50).collect { entropy().token() }.toSet().size() == 50
    }

    def "each of the 256 bits is set in about half of the tokens"() {
        given:
        def entropy = entropy()
        def set = new int[256]

        when:
        4000.times {
            BitSet.valueOf(Base64.urlDecoder.decode(entropy.token().reveal())).stream().forEach { set[it]++ }
        }

        then: "within ten standard deviations, which are 32"
        set.every { it in 1684..2316 }
    }

    def "a token does not print"() {
        given:
        def token = entropy().token()

        expect:
        !token.toString().contains(token.reveal())
    }
}
