package io.cinema.auth.bootstrap.administration

import io.cinema.auth.application.access.AdmitConsole
import io.cinema.auth.application.superuser.ChangeSuperuser
import io.cinema.auth.bootstrap.fixture.Api
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.bootstrap.fixture.Shell
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.bootstrap.fixture.Staff
import io.cinema.auth.contracts.fixture.Parallel
import io.cinema.auth.devkit.Backends
import io.cinema.auth.domain.account.UserId
import java.util.concurrent.Callable
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** One superuser who is enabled always stays. In a database of its own: others have superusers of other specs. */
class LastSuperuserSpec extends Specification {
    @Shared
    @AutoCleanup
    RunningService service = RunningService.on(Backends.shared().postgres(), Backends.shared().redis(), 'last_superuser')

    @Shared
    @AutoCleanup
    RunningService neighbour = RunningService.on(Backends.shared().postgres(), Backends.shared().redis(), 'last_superuser')

    Shell shell = new Shell(service)
    Staff staff = new Staff(service)

    def setup() {
        service.sql { it.execute('UPDATE auth.user_service_info SET is_superuser = false') }
    }

    private Person chief() {
        Person person = Person.signedUp(service.api())
        staff.promote(person)
        person
    }

    private Api at(RunningService node, SignedIn device) {
        node.api().bearing(device.access)
    }

    private int enabled() {
        service.sql { it.firstRow('SELECT count(*) AS n FROM auth.user_service_info WHERE is_superuser AND disabled_at IS NULL').n } as int
    }

    def "the last one can't be disabled, over HTTP or from the shell, by themselves or by anybody"() {
        given:
        Person last = chief()
        SignedIn device = last.signIn()

        expect:
        device.api.post("/users/$last.id/disable").problem == 'last-superuser'
        shell.run('user', 'disable', last.login).with { exit == 1 && err.contains('last superuser') }
        shell.run('superuser', 'demote', last.login).with { exit == 1 && err.contains('last superuser') }
        device.standing() == 'ok'
        enabled() == 1
    }

    def "a disabled one beside them does not count"() {
        given:
        Person last = chief()
        Person other = chief()
        SignedIn device = last.signIn()

        expect:
        device.api.post("/users/$other.id/disable").status == 204
        device.api.post("/users/$last.id/disable").problem == 'last-superuser'
        device.api.post("/users/$other.id/enable").status == 204
        device.api.post("/users/$last.id/disable").status == 204
        enabled() == 1
    }

    def "of two who disable each other at once, on two nodes, one stays"() {
        expect:
        (1..10).each {
            service.sql { it.execute('UPDATE auth.user_service_info SET is_superuser = false') }
            List<Person> two = [chief(), chief()]
            List<SignedIn> devices = two*.signIn()
            List answers = Parallel.all([
                ({ at(service, devices[0]).post("/users/${two[1].id}/disable") } as Callable),
                ({ at(neighbour, devices[1]).post("/users/${two[0].id}/disable") } as Callable),
            ])
            assert enabled() == 1
            // Who came second was disabled already when asked at the door, or is the last by then.
            assert answers*.status.count(204) == 1
            assert answers.find { it.status != 204 }.problem in ['last-superuser', 'token-revoked', 'forbidden']
        }
    }

    def "of many who are demoted and disabled at once, over HTTP and from the console, one stays"() {
        given:
        List<Person> all = (1..6).collect { chief() }
        SignedIn device = all[0].signIn()

        when:
        List<Integer> done = Parallel.all(
            all.take(3).collect { one -> ({ service.api().bearing(device.access).post("/users/$one.id/disable").status } as Callable) } +
                all.drop(3).collect { one -> ({ demote(one) } as Callable) })

        then:
        enabled() >= 1
        enabled() == 6 - done.count(204)
    }

    private int demote(Person person) {
        def result = service.bean(ChangeSuperuser).demote(
            service.bean(AdmitConsole).admit('a spec'),
            new UserId(UUID.fromString(person.id)))
        result.name() == 'DONE' ? 204 : 409
    }
}
