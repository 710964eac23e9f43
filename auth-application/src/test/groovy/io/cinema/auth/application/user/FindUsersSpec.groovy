package io.cinema.auth.application.user

import io.cinema.auth.application.AuthNode
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.UserQuery
import io.cinema.auth.domain.paging.PageRequest
import spock.lang.Specification

class FindUsersSpec extends Specification {
    static final PageRequest PAGE = new PageRequest(10, null)

    final AuthNode node = new AuthNode()

    def "an account is found by id, login or e-mail: #what"() {
        given:
        def by = node.administrator("users:read")
        def user = node.member(Users.user().login("Ada").email("Ada@Example.com"))

        expect:
        node.findUsers().named(by, name(user)).get() == user

        where:
        what               | name
        "id"               | { it.id().toString() }
        "ID"               | { it.id().toString().toUpperCase() }
        "login"            | { "ada" }
        "full-width login" | { "ＡＤＡ" }
        "e-mail"           | { "ADA@example.com" }
    }

    def "an account whose login looks like an id is found by it"() {
        given:
        def login = UUID.randomUUID().toString()
        def user = node.member(Users.user().login(login))

        expect:
        node.findUsers().named(node.console(), login).get() == user
    }

    def "nobody answers to '#name'"() {
        expect:
        node.findUsers().named(node.console(), name).empty

        where:
        name << ["nobody", "nobody@example.com", "", "@", "a\u0000b", UUID.randomUUID().toString()]
    }

    def "a history is somebody's: of nobody there is none, not an empty one"() {
        given:
        def by = node.administrator("users:read")
        def user = node.member()
        node.trySignIn(user.login().shown(), "a wrong password")

        expect:
        node.findUsers().logins(by, user.id(), PAGE).get().items() == node.events(user)
        node.findUsers().logins(by, TestIds.user(), PAGE).empty
        node.findUsers().find(by, user.id()).get() == node.now(user)
        node.findUsers().find(by, TestIds.user()).empty
        node.findUsers().search(by, UserQuery.of(user.login().shown()), PAGE).items() == [node.now(user)]
        node.audited() == []
    }
}
