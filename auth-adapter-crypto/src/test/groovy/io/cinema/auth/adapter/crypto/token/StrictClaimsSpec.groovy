package io.cinema.auth.adapter.crypto.token

import com.nimbusds.jose.util.JSONObjectUtils
import io.cinema.auth.domain.token.SignedClaims
import java.text.ParseException
import java.time.Instant
import spock.lang.Specification

class StrictClaimsSpec extends Specification {

    def "any claim may be missing or null"() {
        expect:
        read(json) == new SignedClaims("at+jwt", null, [], null, null, null, null, null, null, null, null, [], [], false)

        where:
        json << ["{}", '{"exp":null,"aud":null,"roles":null,"superuser":null,"ver":null}', '{"something":"else"}']
    }

    def "an audience is one text or several"() {
        expect:
        read('{"aud":"cinema"}').audience() == ["cinema"]
        read('{"aud":["cinema","shop"]}').audience() == ["cinema", "shop"]
    }

    def "a time is whole seconds up to the year 9999"() {
        expect:
        read('{"exp":1300819380}').expiresAt() == Instant.ofEpochSecond(1300819380)
        read('{"exp":253402300799}').expiresAt() == Instant.parse("9999-12-31T23:59:59Z")
    }

    def "the wrong type is malformed: #json"() {
        when:
        read(json)

        then:
        thrown(ParseException)

        where:
        json << ['{"exp":"1300819380"}', '{"exp":1.5}', '{"exp":-1}', '{"exp":253402300800}', '{"exp":9223372036854775808}',
                 '{"exp":1e400}', '{"exp":true}', '{"exp":[1]}', '{"exp":{}}', '{"nbf":"x"}', '{"iat":"x"}', '{"auth_time":"x"}',
                 '{"ver":"1"}', '{"ver":1.0}', '{"ver":99999999999999999999}', '{"iss":1}', '{"iss":["us"]}', '{"sub":{}}',
                 '{"jti":1}', '{"sid":false}', '{"aud":1}', '{"aud":[1]}', '{"aud":["cinema",null]}', '{"aud":{"a":"b"}}',
                 '{"amr":"pwd"}', '{"amr":[1]}', '{"roles":"critic"}', '{"roles":[["critic"]]}', '{"roles":[null]}',
                 '{"superuser":"true"}', '{"superuser":1}', '{"superuser":[true]}']
    }

    private static SignedClaims read(String json) {
        StrictClaims.read("at+jwt", JSONObjectUtils.parse(json))
    }
}
