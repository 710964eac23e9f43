package io.cinema.auth.devkit

import spock.lang.Specification

class BackendsSpec extends Specification {

    def "everybody in this JVM shares one server of each kind"() {
        expect:
        Backends.shared().postgres().is(Backends.shared().postgres())
        Backends.shared().redis().is(Backends.shared().redis())
    }
}
