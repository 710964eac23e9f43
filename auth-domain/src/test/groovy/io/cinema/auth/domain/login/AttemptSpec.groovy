package io.cinema.auth.domain.login

import static io.cinema.auth.domain.login.AttemptKind.CODE
import static io.cinema.auth.domain.login.AttemptKind.PASSWORD

import io.cinema.auth.domain.account.UserId
import spock.lang.Specification

class AttemptSpec extends Specification {
    static final Origin HOME = new Origin("192.0.2.7", new UserAgent("Cinema TV/4.2"))
    static final UserId NEO = UserId.parse("019aa000-0000-7000-8000-000000000001").get()

    def "a guess is counted under the account and under where it comes from, in the order of locking"() {
        expect:
        Attempt.at(CODE, NEO, HOME).keys() ==
            [new AttemptKey(CODE, new AttemptKey.Account(NEO)), new AttemptKey(CODE, new AttemptKey.Address("192.0.2.7"))]
    }

    def "a guess at a name that nobody has is counted under the name, and under where it comes from"() {
        expect:
        Attempt.atName(PASSWORD, "Nobody", HOME).keys() ==
            [new AttemptKey(PASSWORD, new AttemptKey.Name("nobody")), new AttemptKey(PASSWORD, new AttemptKey.Address("192.0.2.7"))]
    }

    def "'#spelling' is the name 'nobody'"() {
        expect:
        Attempt.atName(PASSWORD, spelling, HOME) == Attempt.atName(PASSWORD, "nobody", HOME)

        where:
        spelling << ["nobody", "NOBODY", "NoBody", "ｎｏｂｏｄｙ", "ＮＯＢＯＤＹ", "𝓃𝑜𝒷𝑜𝒹𝓎"]
    }

    def "'#other' is another name than 'nobody'"() {
        expect:
        Attempt.atName(PASSWORD, other, HOME) != Attempt.atName(PASSWORD, "nobody", HOME)

        where:
        other << ["", "nobody1", "nobody@example.com", "nobod", "n0body"]
    }

    def "passwords and codes are counted apart"() {
        expect:
        Attempt.at(PASSWORD, NEO, HOME).keys().disjoint(Attempt.at(CODE, NEO, HOME).keys())
    }

    def "no word is that of another: not if a name is spelled like an id, a word, or an address"() {
        given:
        def subjects = [new AttemptKey.Account(NEO), new AttemptKey.Name(NEO.toString()), new AttemptKey.Name("account:$NEO"),
                        new AttemptKey.Address(NEO.toString()), new AttemptKey.Name("192.0.2.7"), new AttemptKey.Address("192.0.2.7"),
                        new AttemptKey.Address("name:nobody"), new AttemptKey.Name("nobody"), new AttemptKey.Name("")]

        expect:
        subjects*.word().toSet().size() == subjects.size()
        new AttemptKey.Account(NEO).word() == "account:$NEO"
    }

    def "a name does not show in a log: it may be a password in the wrong field"() {
        expect:
        !Attempt.atName(PASSWORD, "hunter2", HOME).toString().contains("hunter2")
    }

    def "keys can't be added from outside"() {
        when:
        Attempt.at(CODE, NEO, HOME).keys() << new AttemptKey(CODE, new AttemptKey.Address("x"))

        then:
        thrown(UnsupportedOperationException)
    }
}
