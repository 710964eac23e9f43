package io.cinema.auth.adapter.rest.http

import java.time.Duration
import spock.lang.Specification
import spock.lang.Timeout

class ClientAddressesSpec extends Specification {
    static final List<String> TRUSTED = ['127.0.0.1', '10.1.0.0/16', '2001:db8:5::/48', ' ', '::1/128']
    static final String PEER = '10.1.0.1'

    private final x = ClientAddresses.behind(TRUSTED, 'X-Forwarded-For')
    private final standard = ClientAddresses.behind(TRUSTED, 'forwarded')

    def "#what: #lines"() {
        expect:
        of(x, PEER, *lines) == client

        where:
        what                                   | lines                                        || client
        'the proxy says nothing'               | []                                           || PEER
        'an empty header'                      | ['']                                         || PEER
        'commas alone'                         | [' , ,, ']                                   || PEER
        'one proxy'                            | ['203.0.113.7']                              || '203.0.113.7'
        'two proxies'                          | ['203.0.113.7, 10.1.255.255']                || '203.0.113.7'
        'proxies of both families'             | ['203.0.113.7,2001:db8:5:ffff::9 ,127.0.0.1'] || '203.0.113.7'
        'a line each'                          | ['203.0.113.7', '10.1.0.3', '10.1.0.2']      || '203.0.113.7'
        'empty entries between'                | ['203.0.113.7, , 10.1.0.2,']                 || '203.0.113.7'
        'a forged left entry'                  | ['198.51.100.1, 203.0.113.7']                || '203.0.113.7'
        'a forged line'                        | ['198.51.100.1', '203.0.113.7, 10.1.0.2']    || '203.0.113.7'
        'a forged proxy'                       | ['198.51.100.1, 10.1.0.9, 203.0.113.7']      || '203.0.113.7'
        'an open quote to the left'            | ['for="', '203.0.113.7']                     || '203.0.113.7'
        'all trusted'                          | ['10.1.0.4, 10.1.0.3, 10.1.0.2']             || '10.1.0.4'
        'just outside the block'               | ['203.0.113.7, 10.2.0.0']                    || '10.2.0.0'
        'just outside the other block'         | ['203.0.113.7, 2001:db8:6::']                || '2001:db8:6:0:0:0:0:0'
        'garbage ends the walk'                | ['203.0.113.7, unknown, 10.1.0.2']           || '10.1.0.2'
        'garbage at once'                      | ['203.0.113.7, _hidden']                     || PEER
        'garbage beyond the client'            | ['\u0001, "x, 203.0.113.7']                  || '203.0.113.7'
        'IPv6'                                 | ['2001:DB8::1']                              || '2001:db8:0:0:0:0:0:1'
        'IPv6 with a port'                     | ['[2001:db8::1]:4711']                       || '2001:db8:0:0:0:0:0:1'
        'IPv6 in brackets'                     | ['[2001:db8::1]']                            || '2001:db8:0:0:0:0:0:1'
        'IPv4 with a port'                     | ['192.0.2.43:47011']                         || '192.0.2.43'
        'a trusted one with a port'            | ['192.0.2.43:47011, 10.1.0.2:80']            || '192.0.2.43'
        'IPv4 mapped into IPv6'                | ['::ffff:192.0.2.43']                        || '192.0.2.43'
        'a trusted one, mapped'                | ['192.0.2.43, ::FFFF:10.1.0.2']              || '192.0.2.43'
        'a trusted one, mapped, in hex'        | ['192.0.2.43, [::ffff:a01:2]']               || '192.0.2.43'
    }

    def "what is no address is not looked up, and believed in nothing: #entry"() {
        expect:
        of(x, PEER, entry) == PEER
        of(x, PEER, "203.0.113.7, $entry") == PEER
        of(standard, PEER, "for=203.0.113.7, for=\"$entry\"") == PEER

        where:
        entry << ['localhost', 'evil.example.com', 'unknown', '_x', '-', '1', '1.2', '1.2.3', '203.0.113.256', '203.0.113.7.9',
                  '0177.0.0.1', '0x7f.0.0.1', '2130706433', '203.0.113.7/32', '203.0.113.7 x', '203.0.113.7:', '203.0.113.7:4:5',
                  '１.2.3.4', ':', '[', '[]', '[]:80', '[::1', '::1]', '[203.0.113.7]', '[[2001:db8::1]]', '[2001:db8::1]x',
                  '2001:db8::1::', '2001:db8', '12345::', 'fe80::1%eth0', '[fe80::1%251]', '\0', '\'',
                  '1' * 60_000, ':' * 60_000, '[' * 60_000]
    }

    def "the word of a peer that is not trusted counts for nothing: #peer"() {
        expect:
        of(x, peer, '203.0.113.7') == said
        of(standard, peer, 'for=203.0.113.7') == said
        of(ClientAddresses.behind([], 'X-Forwarded-For'), PEER, '203.0.113.7') == PEER

        where:
        peer                  || said
        '192.0.2.1'           || '192.0.2.1'
        '10.2.0.1'            || '10.2.0.1'
        '::ffff:192.0.2.1'    || '192.0.2.1'
        '2001:db8:4:ffff::1'  || '2001:db8:4:ffff:0:0:0:1'
    }

    def "a peer is trusted in whatever form its address comes: #bytes"() {
        expect:
        x.of(Inet6Address.getByAddress(null, bytes as byte[], scope), ['203.0.113.7']) == '203.0.113.7'

        where:
        bytes                                                    | scope
        [0] * 10 + [0xff, 0xff] + [10, 1, 0, 1]                  | -1
        [0x20, 0x01, 0x0d, 0xb8, 0, 5] + [0] * 9 + [1]           | 3
    }

    def "a zone, which means something on this machine only, is left out"() {
        expect:
        x.of(Inet6Address.getByAddress(null, [0xfe, 0x80] + [0] * 13 + [1] as byte[], 3), []) == 'fe80:0:0:0:0:0:0:1'
    }

    def "RFC 7239, #what: #lines"() {
        expect:
        of(standard, PEER, *lines) == client

        where:
        what                             | lines                                                           || client
        'a token'                        | ['for=192.0.2.60;proto=http;by=203.0.113.43']                   || '192.0.2.60'
        'upper case'                     | ['For="[2001:db8:cafe::17]:4711"']                              || '2001:db8:cafe:0:0:0:0:17'
        'not the first parameter'        | ['by="10.1.0.1" ; proto=https ; for=192.0.2.60']                || '192.0.2.60'
        'a port'                         | ['for="192.0.2.43:47011"']                                      || '192.0.2.43'
        'a port that is a word'          | ['for="192.0.2.43:_port"']                                      || '192.0.2.43'
        'two proxies'                    | ['for=192.0.2.43, for="[2001:db8:5::17]";by=10.1.0.1']          || '192.0.2.43'
        'two lines'                      | ['for=192.0.2.43', 'for=10.1.0.2']                              || '192.0.2.43'
        'a forged entry'                 | ['for=198.51.100.1, for=192.0.2.43']                            || '192.0.2.43'
        'a forged open quote'            | ['for="', 'for=192.0.2.43']                                     || '192.0.2.43'
        'a forged open quote, trusted'   | ['for=192.0.2.43;host="', 'for=10.1.0.2']                       || '10.1.0.2'
        'a comma in a host'              | ['for=192.0.2.43;host="x, for=198.51.100.1"']                   || '192.0.2.43'
        'a semicolon in a host'          | ['host="x;for=198.51.100.1";for=192.0.2.43']                    || '192.0.2.43'
        'a quote in a host'              | ['for=192.0.2.43;host="x\\", for=198.51.100.1"']                || '192.0.2.43'
        'what looks like a value'        | ['for=192.0.2.43;host="x;for=\\"198.51.100.1\\", for=\\"y"']    || '192.0.2.43'
        'a backslash at the end'         | ['for=192.0.2.43;host="x\\\\"']                                 || '192.0.2.43'
        'nobody'                         | ['for=192.0.2.43, proto=http']                                  || PEER
        'unknown'                        | ['for=192.0.2.43, for=unknown']                                 || PEER
        'nothing'                        | ['for=192.0.2.43, for=""']                                      || PEER
        'two at once'                    | ['for=192.0.2.43;for=198.51.100.1']                             || PEER
        'a word that ends alike'         | ['xfor=192.0.2.43']                                             || PEER
        'a bare address'                 | ['192.0.2.43']                                                  || PEER
    }

    @Timeout(5)
    def "a long header takes no long time: #what"() {
        when:
        long before = System.nanoTime()
        String said = of(addresses(this), PEER, header)
        Duration took = Duration.ofNanos(System.nanoTime() - before)

        then:
        said == client
        took < Duration.ofSeconds(1)

        where:
        what                          | addresses       | header                                         || client
        '10,000 proxies'              | { it.x }        | (['203.0.113.7'] + ['10.1.0.2'] * 10_000).join(',') || '203.0.113.7'
        '10,000 elements'             | { it.standard } | (['for=203.0.113.7'] + ['for="10.1.0.2"'] * 10_000).join(', ') || '203.0.113.7'
        '10,000 forged ones'          | { it.x }        | (['198.51.100.1'] * 10_000 + ['203.0.113.7']).join(',') || '203.0.113.7'
        '64 KB of commas'             | { it.x }        | ',' * 65_536                                   || PEER
        '64 KB of quotes'             | { it.standard } | '"' * 65_536                                   || PEER
        '64 KB of empty strings'      | { it.standard } | '="",' * 16_384                                || PEER
        '64 KB of semicolons'         | { it.standard } | ';' * 65_536                                   || PEER
        '64 KB of for'                | { it.standard } | 'for=;' * 13_107                               || PEER
        '64 KB of backslashes'        | { it.standard } | 'for="' + '\\' * 65_530 + '"'                  || PEER
        '64 KB in brackets'           | { it.x }        | '[' + ':' * 65_530 + ']'                       || PEER
        '64 KB of a host'             | { it.standard } | "for=203.0.113.7;host=\"${'x' * 65_500}\""     || '203.0.113.7'
        'a million quotes and commas' | { it.standard } | '",' * 1_000_000                               || PEER
    }

    def "a setting that can't be meant fails by name: #trusted, #header"() {
        when:
        ClientAddresses.behind(trusted, header)

        then:
        IllegalArgumentException refused = thrown()
        refused.message.contains('"' + named + '"')

        where:
        trusted                      | header            || named
        ['10.0.0.0/8', 'nonsense']   | 'Forwarded'       || 'nonsense'
        ['proxy.example.com']        | 'Forwarded'       || 'proxy.example.com'
        ['10.0.0.0/33']              | 'Forwarded'       || '10.0.0.0/33'
        ['10.0.0.0/']                | 'Forwarded'       || '10.0.0.0/'
        ['10.0.0.0/-1']              | 'Forwarded'       || '10.0.0.0/-1'
        ['10.0.0/8']                 | 'Forwarded'       || '10.0.0/8'
        ['10.0.0.0/8/8']             | 'Forwarded'       || '10.0.0.0/8/8'
        ['10.0.0.0/255.0.0.0']       | 'Forwarded'       || '10.0.0.0/255.0.0.0'
        ['2001:db8::/129']           | 'Forwarded'       || '2001:db8::/129'
        ['[2001:db8::]/32']          | 'Forwarded'       || '[2001:db8::]/32'
        ['0.0.0.0/0']                | 'Forwarded'       || '0.0.0.0/0'
        ['::/0']                     | 'Forwarded'       || '::/0'
        []                           | 'X-Real-IP'       || 'X-Real-IP'
        []                           | ''                || ''
    }

    private static String of(ClientAddresses addresses, String peer, String... lines) {
        addresses.of(InetAddress.ofLiteral(peer), lines as List)
    }
}
