package io.cinema.auth.domain.login

import spock.lang.Specification

class AddressBlockSpec extends Specification {

    def "#one and #other are one block"() {
        expect:
        AddressBlock.of(one) == AddressBlock.of(other)

        where:
        one                  | other
        "192.0.2.7"          | "192.0.2.7"
        "192.0.2.7"          | "::ffff:192.0.2.7"
        "192.0.2.7"          | "::FFFF:c000:0207"
        "2001:db8::1"        | "2001:db8::2"
        "2001:db8::1"        | "2001:db8:0:0:ffff:ffff:ffff:ffff"
        "2001:db8::1"        | "2001:0DB8:0000:0000:0000:0000:0000:0001"
        "fe80::1%eth0"       | "fe80::2%eth1"
        "fe80::1%eth0"       | "fe80::1"
        "::1"                | "::2"
        "no address"         | "no address"
    }

    def "#one and #other are two blocks"() {
        expect:
        AddressBlock.of(one) != AddressBlock.of(other)

        where:
        one                    | other
        "192.0.2.7"            | "192.0.2.8"
        "192.0.2.7"            | "192.0.3.7"
        "2001:db8::1"          | "2001:db8:0:1::1"
        "2001:db8:0:ff00::1"   | "2001:db8:0:ff01::1"
        "::ffff:192.0.2.7"     | "::ffff:192.0.2.8"
        "192.0.2.7"            | "2001:db8::192.0.2.7"
        "garbage"              | "garbagE"
        ""                     | "0.0.0.0"
    }

    def "the block of #ip is #block"() {
        expect:
        AddressBlock.of(ip) == block

        where:
        ip                       || block
        "192.0.2.7"              || "192.0.2.7"
        "::ffff:192.0.2.7"       || "192.0.2.7"
        "2001:db8:1:2:3:4:5:6"   || "2001:db8:1:2:0:0:0:0/64"
        "fe80::1%eth0"           || "fe80:0:0:0:0:0:0:0/64"
    }

    def "what is no address stands for itself, and no name is looked up: '#text'"() {
        expect:
        AddressBlock.of(text) == text

        where:
        text << ["", "%", "%eth0", "unknown", "localhost", "example.com", "192.0.2.256", "1.2.3.4.5", "2001:db8::1::2",
                 "2001:db8:::", ":", "::g", "192.0.2.7:443", "\0", "💥", "x" * 10_000]
    }
}
