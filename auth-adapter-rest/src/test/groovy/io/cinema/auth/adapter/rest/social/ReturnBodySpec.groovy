package io.cinema.auth.adapter.rest.social

import io.cinema.auth.adapter.rest.problem.ProblemException
import io.cinema.auth.application.social.ReturnedFromNetwork
import io.cinema.auth.domain.social.Returned
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.social.ProviderName
import spock.lang.Specification

class ReturnBodySpec extends Specification {
    static final ProviderName VK = new ProviderName('vk')
    static final String LONGEST = 'x' * 2_000
    static final String TOO_LONG = LONGEST + 'x'

    def "what a network sends is handed on as it came: #what"() {
        expect:
        body(sent).read(VK).get() == new ReturnedFromNetwork(VK, Secret.of('s'), Secret.of('t'), returned)

        where:
        what                     | sent                                        || returned
        'a code'                 | [code: 'c']                                 || new Returned(Secret.of('c'), null, null)
        'with the rest'          | [code: 'c', deviceId: 'd', iss: 'i']        || new Returned(Secret.of('c'), 'd', 'i')
        'an empty code'          | [code: '']                                  || new Returned(Secret.of(''), null, null)
        'the longest code'       | [code: LONGEST]                             || new Returned(Secret.of(LONGEST), null, null)
        'a code not in NFC'      | [code: 'e\u0301']                           || new Returned(Secret.of('e\u0301'), null, null)
        'an error'               | [error: 'access_denied']                    || null
        'an error beside a code' | [error: 'access_denied', code: 'c']         || null
    }

    def "it can't be of any flow, and nobody need look for it: #what"() {
        expect:
        body([code: 'c'] + sent).read(VK).empty

        where:
        what                   | sent
        'no state'             | [state: null]
        'no flow token'        | [flowToken: null]
        'a state too long'     | [state: TOO_LONG]
        'a token too long'     | [flowToken: TOO_LONG]
        'a code too long'      | [code: TOO_LONG]
        'almost 64 KB'         | [state: 'x' * 65_000]
    }

    def "it is refused as no request, with all that is wrong: #what"() {
        when:
        body(sent).read(VK)

        then:
        ProblemException refused = thrown()
        refused.errors().collectEntries { [it.field(), it.rule()] } == errors

        where:
        what                      | sent                                        || errors
        'neither code nor error'  | [:]                                         || [code: 'required']
        'not even a state'        | [state: null, flowToken: null]              || [code: 'required']
        'text that nobody sees'   | [code: '\u0000', state: 'a\u202E', flowToken: '\n', deviceId: '\uFFFF', iss: '\u001B', error: '\u2028'] ||
            [code: 'unsafe_text', state: 'unsafe_text', flow_token: 'unsafe_text', device_id: 'unsafe_text', iss: 'unsafe_text', error: 'unsafe_text']
        'words that are too long' | [code: 'c', deviceId: TOO_LONG, iss: TOO_LONG, error: TOO_LONG] ||
            [device_id: 'too_long', iss: 'too_long', error: 'too_long']
    }

    def "it prints without what it holds"() {
        expect:
        body(code: 'c').toString() == 'ReturnBody'
        new ReturnParameters('c', 's', null, null, null).toString() == 'ReturnParameters'
    }

    private static ReturnBody body(Map<String, String> sent) {
        Map<String, String> all = [state: 's', flowToken: 't'] + sent
        new ReturnBody(all.code, all.state, all.flowToken, all.deviceId, all.iss, all.error)
    }
}
