package io.cinema.auth.domain.social

import io.cinema.auth.domain.account.EmailAddress
import io.cinema.auth.domain.social.EmailTrust.OfAll
import io.cinema.auth.domain.social.EmailTrust.OfDomains
import spock.lang.Specification

class EmailTrustSpec extends Specification {

    def "trust in gmail.com and googlemail.com covers #email: #ofDomains, trust in all: #ofAll"() {
        expect:
        new OfDomains(["gmail.com", "googlemail.com"] as Set).covers(EmailAddress.of(email)) == ofDomains
        new OfAll().covers(EmailAddress.of(email)) == ofAll

        where:
        email                     || ofDomains | ofAll
        "anna@gmail.com"          || true      | true
        "anna@googlemail.com"     || true      | true
        "Anna@GMail.COM"          || true      | true
        "anna+films@gmail.com"    || true      | true
        "anna@example.com"        || false     | true
        "anna@mail.gmail.com"     || false     | true
        "anna@evil-gmail.com"     || false     | true
        "anna@gmail.com.evil.org" || false     | true
        "gmail.com@evil.org"      || false     | true
        "anna@gmail.co"           || false     | true
        "anna@xn--gmal-nza.com"   || false     | true

        // What we take for the same as something plain is not the same to a mail server.
        "anna@gma\u0131l.com"     || false     | false
        "ann\u0131e@gmail.com"    || false     | false
        "ann\uff41@gmail.com"     || false     | false
        "anna\uff20gmail.com"     || false     | false
        "anna@gmail\u3002com"     || false     | false
        "анна@gmail.com"          || false     | false
        "anna@b\u00fccher.example" || false    | false
    }

    def "trust in no domain covers nothing, and a set that changes later changes no trust"() {
        given:
        def domains = [] as Set
        def trust = new OfDomains(domains)

        when:
        domains << "gmail.com"

        then:
        !trust.covers(EmailAddress.of("anna@gmail.com"))
    }
}
