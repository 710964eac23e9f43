package io.cinema.auth.application.social

import spock.lang.Specification

class RedirectUrisSpec extends Specification {
    static final URI OWN = URI.create("https://auth.cinema.test/api/v1/oauth")

    def "people may come back to #uri"() {
        expect:
        new RedirectUris(OWN, [URI.create(uri)] as Set).allowed() == [URI.create(uri)] as Set

        where:
        uri << ["https://app.cinema.test/signed-in?from=auth", "http://localhost:3000/signed-in", "http://127.0.0.1/", "http://[::1]:1/", "com.example.cinema:/signed-in"]
    }

    def "a configured #uri is refused"() {
        when:
        new RedirectUris(OWN, [URI.create(uri)] as Set)

        then:
        thrown(IllegalArgumentException)

        where:
        uri << ["signed-in", "/signed-in", "//app.cinema.test/signed-in", "http://app.cinema.test/signed-in", "HTTP://app.cinema.test/",
                "http://localhost.evil.example/", "http:/signed-in", "https://app.cinema.test/#signed-in"]
    }
}
