package io.cinema.auth.domain.value

import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.role.RoleId
import io.cinema.auth.domain.session.SessionId
import spock.lang.Specification

class UuidsSpec extends Specification {

    def "'#raw' is an id: #good"() {
        expect:
        Uuids.parse(raw).present == good
        UserId.parse(raw).present == good
        SessionId.parse(raw).present == good
        RoleId.parse(raw).present == good

        where:
        raw                                      || good
        "019aa000-0000-7000-8000-000000000001"   || true
        "019AA000-0000-7000-8000-00000000000F"   || true
        ""                                       || false
        "1-1-1-1-1"                              || false
        "019aa000000070008000000000000001"       || false
        "{019aa000-0000-7000-8000-00000000001}"  || false
        "019aa000-0000-7000-8000-0000000000010"  || false
        "019aa000-0000-7000-8000-00000000000"    || false
        "019aa00-00000-7000-8000-000000000001"   || false
        "019aa000-0000-7000-8000-00000000000g"   || false
        " 19aa000-0000-7000-8000-000000000001"   || false
        "------------------------------------"   || false
        "+19aa000-0000-7000-8000-000000000001"   || false
        "x" * 1_000_000                          || false
    }

    def "an id prints as its UUID"() {
        expect:
        UserId.parse("019AA000-0000-7000-8000-00000000000F").get().toString() == "019aa000-0000-7000-8000-00000000000f"
    }
}
