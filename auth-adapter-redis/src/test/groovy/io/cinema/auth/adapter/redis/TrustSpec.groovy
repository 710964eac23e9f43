package io.cinema.auth.adapter.redis

import spock.lang.Specification

class TrustSpec extends Specification {
    def trust = new Trust()

    def "it begins in doubt"() {
        expect:
        trust.belief() == null
    }

    def "a fill dispels the doubts from before it began, and no later one"() {
        given:
        trust.doubt()
        def before = trust.doubts()

        when:
        trust.doubt()

        then:
        !trust.believe(before, "epoch")
        trust.belief() == null

        and:
        trust.believe(trust.doubts(), "epoch")
        trust.belief() != null
    }

    def "an answer from another epoch is not believed, nor any after it: #epoch"() {
        given:
        trust.believe(trust.doubts(), "epoch")
        def belief = trust.belief()

        expect:
        trust.confirms(belief, "epoch")
        !trust.confirms(belief, epoch)
        !trust.confirms(belief, "epoch")
        trust.belief() == null

        where:
        epoch << [null, "", "other"]
    }

    def "an answer is not believed when doubt arose while it was under way"() {
        given:
        trust.believe(trust.doubts(), "epoch")
        def belief = trust.belief()

        when:
        trust.doubt()

        then:
        !trust.confirms(belief, "epoch")
    }

    def "a late answer from before a fill does not undo it"() {
        given:
        trust.believe(trust.doubts(), "first")
        def old = trust.belief()
        trust.doubt()
        trust.believe(trust.doubts(), "second")

        expect:
        !trust.confirms(old, null)
        trust.confirms(trust.belief(), "second")
    }
}
