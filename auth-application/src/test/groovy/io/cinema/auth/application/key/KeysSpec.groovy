package io.cinema.auth.application.key

import static io.cinema.auth.application.key.ListKeys.Use.NEXT
import static io.cinema.auth.application.key.ListKeys.Use.RETIRED
import static io.cinema.auth.application.key.ListKeys.Use.SIGNS
import static io.cinema.auth.application.key.RotateKeys.Pace.SOON
import static io.cinema.auth.application.key.RotateKeys.Pace.WITH_NOTICE

import io.cinema.auth.application.AuthNode
import io.cinema.auth.contracts.fixture.Parallel
import java.time.Duration
import spock.lang.Specification

class KeysSpec extends Specification {
    final AuthNode node = new AuthNode()
    final AuthNode neighbour = AuthNode.beside(node)
    final user = node.member()

    private List<ListKeys.Use> uses() {
        node.listKeys().list(node.console())*.use()
    }

    private RotateKeys.Result rotate(RotateKeys.Pace pace) {
        node.rotateKeys().rotate(node.console(), pace)
    }

    def "a rotated key is announced, then signs, and what the old one signed counts on"() {
        given:
        def before = node.signedIn(user)

        when:
        def next = (rotate(pace) as RotateKeys.Rotated).next()

        then:
        uses() == [SIGNS, NEXT]
        next.activeFrom() == node.clock.instant() + notice
        node.auditedInShort() == ["key.rotated"]
        node.audited()[0].target().id() == next.id()

        when: "every node looks at its keys once a minute"
        node.clock.advance(notice)
        [node, neighbour].each { it.keys.run() }
        def after = node.signedIn(user)

        then:
        uses() == [RETIRED, SIGNS]
        neighbour.counts(after)
        notice > Duration.ofMinutes(10) || neighbour.counts(before)

        where:
        pace        || notice
        WITH_NOTICE || AuthNode.SCHEDULE.notice()
        SOON        || Duration.ofMinutes(2)
    }

    def "a key that is coming anyway is not made twice, but one that comes later is overtaken"() {
        given:
        def coming = (rotate(WITH_NOTICE) as RotateKeys.Rotated).next()

        expect:
        rotate(WITH_NOTICE) == new RotateKeys.AlreadyComing(coming)

        when:
        def soon = (rotate(SOON) as RotateKeys.Rotated).next()

        then:
        rotate(SOON) == new RotateKeys.AlreadyComing(soon)
        uses() == [SIGNS, NEXT, NEXT]

        when:
        node.clock.advance(Duration.ofMinutes(3))
        node.keys.run()

        then:
        node.listKeys().list(node.console()).find { it.use() == SIGNS }.key() == soon

        when:
        node.clock.advance(AuthNode.SCHEDULE.notice())
        node.keys.run()

        then:
        node.listKeys().list(node.console()).find { it.use() == SIGNS }.key() == soon
    }

    def "of many who rotate at once one makes a key"() {
        when:
        def results = Parallel.times(8) { rotate(SOON) }

        then:
        results.count { it instanceof RotateKeys.Rotated } == 1
        uses() == [SIGNS, NEXT]
        node.auditedInShort() == ["key.rotated"]
    }

    def "the next key comes a period after the one that was brought forward"() {
        given:
        rotate(SOON)
        node.clock.advance(Duration.ofMinutes(2))

        when:
        node.clock.advance(AuthNode.SCHEDULE.period() - AuthNode.SCHEDULE.notice() - Duration.ofSeconds(1))
        node.keys.run()

        then:
        uses() == [SIGNS]

        when:
        node.clock.advance(Duration.ofSeconds(1))
        node.keys.run()

        then:
        uses() == [SIGNS, NEXT]
    }
}
