package io.cinema.auth.bootstrap.description

import com.nimbusds.jose.crypto.ECDSAVerifier
import com.nimbusds.jose.jwk.JWKSet
import com.nimbusds.jwt.SignedJWT
import io.cinema.auth.application.upkeep.SigningKeyUpkeep
import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import java.time.Duration

/** What other services need in order to check our tokens. */
class PublicKeysSpec extends FunctionalSpec {

    def "anybody gets the public keys, and nothing of the private ones"() {
        when:
        Answer answer = api.get('//.well-known/jwks.json')

        then:
        answer.status == 200
        answer.header('Content-Type').startsWith('application/')
        answer.json.keys.size() >= 1
        answer.json.keys.every {
            it.kty == 'EC' && it.crv == 'P-256' && it.use == 'sig' && it.alg == 'ES256' && it.kid &&
                it.keySet() == ['kty', 'crv', 'use', 'alg', 'kid', 'x', 'y'] as Set
        }
    }

    def "with them, anybody can check our tokens by themselves"() {
        given:
        SignedJWT token = SignedJWT.parse(someone().signIn().access)

        when:
        JWKSet keys = JWKSet.parse(api.get('//.well-known/jwks.json').text)

        then:
        token.verify(new ECDSAVerifier(keys.getKeyByKeyId(token.header.keyID).toECKey()))
    }

    def "every node shows the same keys"() {
        expect:
        api.get('//.well-known/jwks.json').json == other.api().get('//.well-known/jwks.json').json
    }

    def "the server's metadata says where they are"() {
        when:
        Answer answer = api.get('//.well-known/oauth-authorization-server')

        then:
        answer.status == 200
        answer.json.issuer == RunningService.ISSUER
        answer.json.jwks_uri == RunningService.ISSUER + '/.well-known/jwks.json'
        api.get(URI.create(answer.json.jwks_uri as String).path.replaceFirst('/', '//')).status == 200
        api.get(URI.create(answer.json.service_documentation as String).path.replaceFirst('/', '//')).status == 200
    }

    def "keys change without a restart, and no token dies of it"() {
        given:
        Person person = someone()
        List<String> first = kids(service)
        String signing = SignedIn.header(person.signIn().access).kid

        when: "the key has signed for 29 days"
        pass(Duration.ofDays(29))
        service.bean(SigningKeyUpkeep).run()

        then: "the next one is shown, and does not sign yet"
        kids(service).size() == first.size() + 1
        kids(service).containsAll(first)
        SignedIn.header(person.signIn().access).kid == signing

        when: "its time has come, in the middle of a token's life"
        pass(Duration.ofDays(1) - Duration.ofMinutes(5))
        SignedIn before = person.signIn()
        pass(Duration.ofMinutes(6))
        SignedIn after = person.signIn()

        then: "it signs, both kinds count, also on a node that did no upkeep meanwhile"
        SignedIn.header(before.access).kid == signing
        SignedIn.header(after.access).kid == (kids(service) - first)[0]
        [before, after]*.standing().unique() == ['ok']
        [before, after].collect { it.standing(other.api()) }.unique() == ['ok']

        when: "no token of the old one can be alive"
        pass(Duration.ofMinutes(30))
        service.bean(SigningKeyUpkeep).run()
        other.bean(SigningKeyUpkeep).run()

        then: "it is forgotten"
        !kids(service).contains(signing)
        !kids(other).contains(signing)
        after.refreshed().standing(other.api()) == 'ok'
    }

    private static List<String> kids(RunningService node) {
        node.api().get('//.well-known/jwks.json').json.keys*.kid
    }
}
