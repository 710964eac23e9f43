package io.cinema.auth.domain.account

import io.cinema.auth.domain.value.InvalidValueException
import spock.lang.Specification

class UserQuerySpec extends Specification {

    def "a search is folded as logins are, and takes every character for itself: #raw"() {
        expect:
        UserQuery.of(raw).canonical() == canonical

        where:
        raw         || canonical
        "Neo"       || "neo"
        "ＮＥＯ"     || "neo"
        "  neo "    || "neo"
        "100%_\\"   || "100%_\\"
        ""          || ""
        "   "       || ""
        "Anna@Bücher.Example" || "anna@xn--bcher-kva.example"
        "@bücher.example"     || "@xn--bcher-kva.example"
        "a@b@bücher"          || "a@b@xn--bcher-kva"
        "anna@"               || "anna@"
        "anna@..x"            || "anna@..x"
    }

    def "a search longer than any e-mail, or with control characters, is refused"() {
        when:
        UserQuery.of(raw)

        then:
        def refusal = thrown(InvalidValueException)
        refusal.field() == "query"

        where:
        raw << ["x" * 255, "a\u0000b", "\u202E"]
    }
}
