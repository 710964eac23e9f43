package io.cinema.auth.contracts

import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.contracts.fixture.SocialLinks
import io.cinema.auth.contracts.fixture.TestIds
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.port.SocialLinkRepository
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserRepository
import io.cinema.auth.domain.social.ProviderName
import io.cinema.auth.domain.social.SocialIdentity
import io.cinema.auth.domain.social.SocialLink
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

/** What every {@link SocialLinkRepository} keeps to. */
abstract class SocialLinkRepositoryContract extends Specification {
    protected final MutableClock clock = new MutableClock()

    /** The port under test; the same one at each call. */
    abstract SocialLinkRepository links()

    abstract UserRepository users()

    /** The unit of work that the port takes part in. */
    abstract UnitOfWork unitOfWork()

    def "who has none has none, and nobody has an identity that was never linked"() {
        given:
        def user = added()

        expect:
        links().ofUser(user.id()) == []
        links().ofUser(TestIds.user()) == []
        links().find(SocialLinks.identity()).empty
        !links().remove(user.id(), TestIds.next())
        !links().remove(TestIds.user(), TestIds.next())
    }

    def "a link comes back as it was added, to the microsecond and the letter: #what"() {
        given:
        def user = added()
        def identity = new SocialIdentity(new ProviderName(provider), issuer, subject)
        def link = new SocialLink(TestIds.next(), user.id(), identity, Instant.parse("2026-01-31T23:59:59.999999Z"))
        links().find(identity).ifPresent { links().remove(it.user(), it.id()) } // the backend may hold it already

        expect:
        links().add(link)
        links().find(identity).get() == link
        links().ofUser(user.id()) == [link]

        where:
        what            | provider    | issuer                             | subject
        "a number"      | "github"    | "https://github.com"               | "583231"
        "a Google sub"  | "google"    | "https://accounts.google.com"      | "110169484474386276334"
        "quotes"        | "my-idp-2"  | "https://id.example/'\"\\;--%_"    | "'\"\\;--%_ \${x} ?"
        "any script"    | "oidc"      | "https://почта.рф/山田"              | "анна 山田 🎬"
        "the longest"   | "p" * 32    | "https://id.example/" + "i" * 236  | "s" * 255
        "the widest"    | "p" * 32    | "山" * 255                          | "田" * 255
    }

    def "an identity is free once: who has it keeps it, whoever asks, and however often"() {
        given:
        def user = added()
        def other = added()
        def link = SocialLinks.link(user.id(), clock.instant())

        expect:
        links().add(link)
        !links().add(link)
        !links().add(SocialLinks.link(user.id(), link.identity(), clock.advance(Duration.ofHours(1))))
        !links().add(SocialLinks.link(other.id(), link.identity(), clock.instant()))
        links().find(link.identity()).get() == link
        links().ofUser(user.id()) == [link]
        links().ofUser(other.id()) == []
    }

    def "a unit of work goes on after an identity was taken, and sees by whom"() {
        given:
        def user = added()
        def other = added()
        def taken = SocialLinks.link(user.id(), clock.instant())
        def free = SocialLinks.link(other.id(), clock.instant())
        links().add(taken)

        when:
        def owner = unitOfWork().inTransaction {
            assert !links().add(SocialLinks.link(other.id(), taken.identity(), clock.instant()))
            assert links().add(free)
            links().find(taken.identity()).get().user()
        }

        then:
        owner == user.id()
        links().ofUser(other.id()) == [free]
    }

    def "a link to an absent user is not added, the unit of work goes on, and the identity stays free"() {
        given:
        def absent = Users.any()
        def user = added()
        def identity = SocialLinks.identity()

        expect:
        unitOfWork().inTransaction {
            [links().add(SocialLinks.link(absent.id(), identity, clock.instant())),
             links().add(SocialLinks.link(user.id(), clock.instant()))]
        } == [false, true]
        links().find(identity).empty

        and: "whoever comes later with that id has no link"
        users().add(absent)
        links().ofUser(absent.id()) == []
        links().add(SocialLinks.link(user.id(), identity, clock.instant()))
    }

    def "a link whose id is in use is not added, and the unit of work goes on"() {
        given:
        def user = added()
        def link = SocialLinks.link(user.id(), clock.instant())
        def twin = new SocialLink(link.id(), user.id(), SocialLinks.identity(), clock.instant())
        links().add(link)

        expect:
        !unitOfWork().inTransaction { links().add(twin) }
        links().find(twin.identity()).empty
        links().ofUser(user.id()) == [link]
    }

    def "#what are two identities, and may be linked to two people"() {
        given:
        def word = TestIds.word()
        def one = new SocialIdentity(new ProviderName("google"), "https://id.example", "Zo\u00eb" + word)
        def other = new SocialIdentity(new ProviderName(provider), issuer, subject + word)
        def made = [one, other].collect { SocialLinks.link(added().id(), it, clock.instant()) }

        expect:
        made.every { links().add(it) }
        links().find(one).get() == made[0]
        links().find(other).get() == made[1]

        where:
        what                                  | provider | issuer                | subject
        "one subject of two issuers"          | "google" | "https://id2.example" | "Zo\u00eb"
        "one subject of an issuer and of it/" | "google" | "https://id.example/" | "Zo\u00eb"
        "one subject at two providers"        | "github" | "https://id.example"  | "Zo\u00eb"
        "two subjects"                        | "google" | "https://id.example"  | "Zo\u00e9"
        "two cases"                           | "google" | "https://id.example"  | "zo\u00eb"
        "two spellings of one letter"         | "google" | "https://id.example"  | "Zoe\u0308"
        "one in full width"                   | "google" | "https://id.example"  | "\uff3ao\u00eb"
    }

    def "a space at the end makes another identity"() {
        given:
        def user = added()
        def one = SocialLinks.identity()
        def other = new SocialIdentity(one.provider(), one.issuer(), one.subject() + " ")

        expect:
        links().add(SocialLinks.link(user.id(), one, clock.instant()))
        links().find(other).empty
        links().add(SocialLinks.link(user.id(), other, clock.instant()))
    }

    def "one person at two providers, and twice at one, has a link for each"() {
        given:
        def user = added()
        def made = ["yandex", "vk", "vk"].collect {
            SocialLinks.link(user.id(), SocialLinks.identity(it), clock.advance(Duration.ofSeconds(1)))
        }

        expect:
        made.every { links().add(it) }
        links().ofUser(user.id()) == made
        made.every { links().find(it.identity()).get() == it }
    }

    def "links come oldest first, those of one moment by their id, whatever their order of adding"() {
        given:
        def user = added()
        def at = clock.instant()
        def made = [at - Duration.ofDays(1), at - Duration.ofNanos(1000), at, at, at, at + Duration.ofNanos(1000)]
            .collect { SocialLinks.link(user.id(), it) }

        when:
        [3, 0, 5, 2, 4, 1].each { assert links().add(made[it]) }

        then:
        links().ofUser(user.id()) == made
    }

    def "of more than 100 links the 100 oldest are told, and all of them count"() {
        given:
        def user = added()
        def made = (1..103).collect { SocialLinks.link(user.id(), clock.advance(Duration.ofSeconds(1))) }

        when:
        unitOfWork().run { made.reverse().each { assert links().add(it) } }

        then:
        links().ofUser(user.id()) == made.take(100)
        links().find(made.last().identity()).get() == made.last()
        links().remove(user.id(), made.last().id())
    }

    def "a removed link is gone, no other, and the identity is free again"() {
        given:
        def user = added()
        def other = added()
        def link = SocialLinks.link(user.id(), clock.instant())
        def kept = SocialLinks.link(user.id(), clock.instant())
        [link, kept].each { links().add(it) }

        expect:
        links().remove(user.id(), link.id())
        !links().remove(user.id(), link.id())
        links().find(link.identity()).empty
        links().ofUser(user.id()) == [kept]

        and:
        links().add(SocialLinks.link(other.id(), link.identity(), clock.instant()))
        links().find(link.identity()).get().user() == other.id()
    }

    def "one user's link is not another's to remove"() {
        given:
        def user = added()
        def other = added()
        def link = SocialLinks.link(user.id(), clock.instant())
        links().add(link)

        expect:
        !links().remove(other.id(), link.id())
        !links().remove(TestIds.user(), link.id())
        links().ofUser(user.id()) == [link]
    }

    def "of twenty who add one identity in parallel one does, and has it: #how"() {
        given:
        def identity = SocialLinks.identity()
        def made = (1..20).collect { SocialLinks.link(added().id(), identity, clock.instant()) }

        when:
        def answers = Parallel.times(20) { int i ->
            inUnit ? unitOfWork().inTransaction { links().add(made[i]) } : links().add(made[i])
        }

        then:
        answers.count(true) == 1
        links().find(identity).get() == made[answers.indexOf(true)]
        made*.user().collectMany { links().ofUser(it) } == [made[answers.indexOf(true)]]

        where:
        how                    | inUnit
        "each by itself"       | false
        "each in unit of work" | true
    }

    def "parallel additions of many identities to one user all stand"() {
        given:
        def user = added()
        def made = (1..20).collect { SocialLinks.link(user.id(), clock.advance(Duration.ofSeconds(1))) }

        expect:
        Parallel.times(20) { int i -> links().add(made[i]) }.every()
        links().ofUser(user.id()) == made
    }

    def "of twenty who remove one link in parallel one does"() {
        given:
        def user = added()
        def link = SocialLinks.link(user.id(), clock.instant())
        links().add(link)

        expect:
        Parallel.times(20) { links().remove(user.id(), link.id()) }.count(true) == 1
        links().find(link.identity()).empty
    }

    def "what is added and removed goes with its unit of work"() {
        given:
        def user = added()
        def stays = SocialLinks.link(user.id(), clock.instant())
        def goes = SocialLinks.link(user.id(), clock.instant())
        links().add(stays)

        when:
        unitOfWork().run {
            assert links().add(goes)
            assert links().remove(user.id(), stays.id())
            assert links().ofUser(user.id()) == [goes]
            throw new IllegalStateException("on purpose")
        }

        then:
        thrown(IllegalStateException)
        links().ofUser(user.id()) == [stays]
        links().find(goes.identity()).empty
        links().add(goes)
    }

    def "an identity that was added in a unit of work that failed was always free, ten times"() {
        expect:
        10.times {
            def user = added()
            def other = added()
            def identity = SocialLinks.identity()

            def answers = Parallel.all([
                { -> failing { links().add(SocialLinks.link(other.id(), identity, clock.instant())) } },
                { -> links().add(SocialLinks.link(user.id(), identity, clock.instant())) },
            ])

            assert answers == [false, true]
            assert links().find(identity).get().user() == user.id()
        }
    }

    /** Runs it in a unit of work that fails, and tells false. */
    protected boolean failing(Closure<?> work) {
        try {
            unitOfWork().run {
                work.call()
                throw new IllegalStateException("on purpose")
            }
        } catch (IllegalStateException expected) {
            assert expected.message == "on purpose"
        }
        false
    }

    protected User added() {
        def user = Users.any()
        assert users().add(user) == UserRepository.Saved.SAVED
        user
    }
}
