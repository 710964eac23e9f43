package io.cinema.auth.bootstrap.token

import groovy.json.JsonOutput
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.RealKey
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.contracts.fixture.ForgedTokens
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.domain.port.SigningKeyGenerator
import io.cinema.auth.domain.port.SigningKeyRepository
import io.cinema.auth.domain.token.SigningKey
import java.time.Duration

/**
 * A token that names a key this node does not have makes it read its keys again, once in a while. A key that is
 * stored in between tells whether it has read.
 */
class UnknownKeySpec extends FunctionalSpec {

    def "a thousand tokens with made-up keys make a node read its keys once at most; later it reads again"() {
        given: "a node of our own, whose hourly work does not come in between"
        RunningService node = RunningService.onSharedBackends()
        SignedIn device = someone().signIn(node.api())
        ForgedTokens forger = new ForgedTokens()
        String claims = JsonOutput.toJson(device.claims)

        when:
        List<String> told = Parallel.times(1000) { i ->
            String header = JsonOutput.toJson([alg: 'ES256', typ: 'at+jwt', kid: "made-up-$i".toString()])
            node.api().bearing(forger.signed(header, claims)).get('/users/me').problem
        }

        then:
        told.unique() == ['token-invalid']

        when: "another node makes a key"
        SigningKey fresh = storeKey(node)
        String token = RealKey.of(fresh).sign(device.claims)

        then: "this node has had its look"
        standing(node, token) == 'token-invalid'

        when:
        pass(Duration.ofSeconds(31))

        then: "it may look again"
        standing(node, token) == 'ok'
        device.standing() == 'ok'

        cleanup:
        node?.close()
        if (fresh) {
            service.bean(SigningKeyRepository).remove([fresh])
        }
    }

    private SigningKey storeKey(RunningService node) {
        SigningKeyRepository keys = node.bean(SigningKeyRepository)
        int next = keys.all().last().generation() + 1
        SigningKey key = node.bean(SigningKeyGenerator).generate(next, clock.instant(), clock.instant() + Duration.ofDays(1))
        assert keys.add(key)
        key
    }

    private static String standing(RunningService node, String token) {
        def answer = node.api().bearing(token).get('/users/me')
        answer.status == 200 ? 'ok' : answer.problem
    }
}
