package io.cinema.auth.bootstrap.throttle

import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.SignedIn
import spock.lang.AutoCleanup
import spock.lang.Shared

class ForwardedAddressSpec extends FunctionalSpec {
    @Shared
    @AutoCleanup
    RunningService behindProxies = RunningService.onSharedBackends(RunningService.CHEAP +
        ['auth.proxy.trusted': '127.0.0.0/8, 10.1.0.0/16, 2001:db8:5::/48'])

    @Shared
    @AutoCleanup
    RunningService standard = RunningService.onSharedBackends(RunningService.CHEAP +
        ['auth.proxy.trusted': '127.0.0.1', 'auth.proxy.header': 'Forwarded'])

    def "behind proxies that are named, the address is what they say: #header"() {
        expect:
        ip(behindProxies, 'X-Forwarded-For', header) == address

        where:
        header                                      || address
        '203.0.113.7'                               || '203.0.113.7'
        '198.51.100.1, 203.0.113.7'                 || '203.0.113.7'
        '203.0.113.7, 10.1.2.3'                     || '203.0.113.7'
        '203.0.113.7, 10.1.2.3, 127.0.0.9'          || '203.0.113.7'
        '203.0.113.7, 2001:db8:5:1::1'              || '203.0.113.7'
        '2001:db8:6::1'                             || '2001:db8:6:0:0:0:0:1'
        '203.0.113.7:4711'                          || '203.0.113.7'
        'unknown, 10.1.2.3'                         || '10.1.2.3'
        'evil.example.com'                          || '127.0.0.1'
        ''                                          || '127.0.0.1'
    }

    def "in RFC 7239's header where that is the one: #header"() {
        expect:
        ip(standard, 'Forwarded', header) == address
        ip(standard, 'X-Forwarded-For', '203.0.113.7') == '127.0.0.1'

        where:
        header                                        || address
        'for=203.0.113.7;proto=https'                 || '203.0.113.7'
        'for=198.51.100.1, For="203.0.113.7:4711"'    || '203.0.113.7'
        'for="[2001:db8:6::1]:4711"'                  || '2001:db8:6:0:0:0:0:1'
        'for=_hidden'                                 || '127.0.0.1'
        'proto=https'                                 || '127.0.0.1'
    }

    def "where no proxy is named, nobody's word is taken"() {
        expect:
        ip(service, 'X-Forwarded-For', '203.0.113.7') == '127.0.0.1'
        ip(service, 'Forwarded', 'for=203.0.113.7') == '127.0.0.1'
    }

    private String ip(RunningService node, String header, String value) {
        Person person = someone()
        SignedIn device = person.signIn(node.api().with(header, value))
        device.api.get('/users/me/logins').json.items.first().ip
    }
}
