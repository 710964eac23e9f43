package io.cinema.auth.bootstrap.docs

import com.nimbusds.jose.JOSEObjectType
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.crypto.ECDSASigner
import com.nimbusds.jose.crypto.MACSigner
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.ECKey
import com.nimbusds.jose.jwk.JWKSet
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import com.nimbusds.jwt.JWTClaimsSet
import com.nimbusds.jwt.PlainJWT
import com.nimbusds.jwt.SignedJWT
import com.sun.net.httpserver.HttpServer
import io.cinema.auth.bootstrap.fixture.RunningService
import java.time.Instant

/** Publishes a key that signs what the service never would. */
final class KeyServer implements AutoCloseable {
    static final String SUBJECT = '01a2064c-475f-7823-8c3e-94fe4921a5f0'

    private final ECKey key = new ECKeyGenerator(Curve.P_256).keyID('published').generate()
    private final ECKey other = new ECKeyGenerator(Curve.P_256).keyID('published').generate()
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

    KeyServer() {
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().bytes
        server.createContext('/') {
            it.responseHeaders.add('Content-Type', 'application/json')
            it.sendResponseHeaders(200, keys.length)
            it.responseBody.withCloseable { body -> body.write(keys) }
        }
        server.start()
    }

    String getAddress() {
        "http://127.0.0.1:$server.address.port"
    }

    /** A token that is good, but for what is named. */
    String token(Map<String, Object> wishes = [:]) {
        Map<String, Object> header = [alg: 'ES256', typ: 'at+jwt', kid: 'published'] + wishes.subMap(['alg', 'typ', 'kid'])
        JWTClaimsSet claims = claims(wishes.claims as Map ?: [:])
        if (header.alg == 'none') {
            return new PlainJWT(claims).serialize()
        }
        JWSHeader.Builder builder = new JWSHeader.Builder(JWSAlgorithm.parse(header.alg as String)).keyID(header.kid as String)
        SignedJWT token = new SignedJWT(builder.type(new JOSEObjectType(header.typ as String)).build(), claims)
        token.sign(header.alg == 'HS256' ? new MACSigner(key.toECPublicKey().encoded) : new ECDSASigner(wishes.stolen ? other : key))
        token.serialize()
    }

    private static JWTClaimsSet claims(Map<String, Object> wishes) {
        long now = Instant.now().epochSecond
        JWTClaimsSet.parse([iss: RunningService.ISSUER, aud: Judge.AUDIENCE, sub: SUBJECT, iat: now, exp: now + 900, jti: 'j', sid: 's',
            client_id: 'cinema', ver: 1, roles: [], superuser: false] + wishes)
    }

    @Override
    void close() {
        server.stop(0)
    }
}
