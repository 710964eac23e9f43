package io.cinema.auth.bootstrap.hardening

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.LoggerContext
import ch.qos.logback.classic.joran.JoranConfigurator
import ch.qos.logback.classic.spi.LoggingEvent
import ch.qos.logback.core.ConsoleAppender
import ch.qos.logback.core.status.Status
import groovy.json.JsonSlurper
import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Log
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.bootstrap.fixture.Wire
import org.slf4j.LoggerFactory
import spock.util.environment.RestoreSystemProperties

/** What is logged, and what is not. Every other spec looks through the log as well, after each of its features. */
class LogSpec extends FunctionalSpec {

    def "the log is watched, and a secret in it is found: #secret"() {
        given:
        Person person = someone()
        SignedIn device = person.signIn()
        String hash = service.sql { it.firstRow('SELECT password_hash FROM auth.users WHERE id = ?::uuid', person.id).password_hash }
        String leak = what(person, device, hash)

        when:
        LoggerFactory.getLogger('a.careless.library').info('debugging: {}', leak)

        then:
        Log.leaks().size() == 1
        Log.lines().any { it.contains(leak) }

        where:
        secret            | what
        'a password'      | { p, d, h -> p.password }
        'a hash'          | { p, d, h -> h }
        'an access token' | { p, d, h -> d.access }
        'a refresh token' | { p, d, h -> d.refresh }
    }

    def "no way to fail writes a secret into the log: #what"() {
        given:
        Person person = someone()
        SignedIn device = person.signIn()
        String canary = 'canary-' + UUID.randomUUID()
        Log.neverShows(canary)
        int before = Log.lines().size()

        when:
        fail(person, device, canary)

        then:
        Log.lines().drop(before).every { !it.contains(canary) }
        Log.leaks().empty

        where:
        what                          | fail
        'a wrong password'            | { p, d, c -> p.api.post('/auth/login', [login: p.login, password: c]) }
        'a password for a login'      | { p, d, c -> p.api.post('/auth/login', [login: c, password: c]) }
        'a password that is no JSON'  | { p, d, c -> p.api.post('/auth/login', "{\"login\":\"neo\",\"password\":\"$c" as String) }
        'a password of a wrong type'  | { p, d, c -> p.api.post('/auth/login', [login: 'neo', password: [c]]) }
        'a password as a name'        | { p, d, c -> p.api.post('/auth/login', [(c): c]) }
        'a password too long'         | { p, d, c -> p.api.post('/users', Person.form(password: c * 100)) }
        'a password in the address'   | { p, d, c -> p.api.post("/auth/login?password=$c", [:]) }
        'a password in the path'      | { p, d, c -> p.api.get("/$c") }
        'a forged bearer token'       | { p, d, c -> p.api.bearing(c).get('/users/me') }
        'a forged refresh token'      | { p, d, c -> p.api.post('/auth/refresh', [refresh_token: c]) }
        'a forged mfa token'          | { p, d, c -> p.api.with { post('/auth/mfa', [mfa_token: c, code: '123456']); post('/auth/mfa/totp', [mfa_token: c]) } }
        'a code that is none'         | { p, d, c -> p.api.post('/auth/mfa', [mfa_token: 'x', code: c]); d.api.post('/users/me/totp/confirm', [code: c]) }
        'a recovery code'             | { p, d, c -> d.api.delete('/users/me/totp', [password: c, recovery_code: c]) }
        'a password to set up a phone'| { p, d, c -> d.api.post('/users/me/totp', [password: c]) }
        'a wrong current password'    | { p, d, c -> d.api.put('/users/me/password', [current_password: c, new_password: c + c]) }
        'a broken request'            | { p, d, c -> Wire.send(other, "GET $c\r\nAuthorization: Bearer $c\r\n\r\n".bytes) }
        'a session of that name'      | { p, d, c -> d.api.delete("/users/me/sessions/$c") }
        'a cursor of that name'       | { p, d, c -> d.api.get("/users/me/logins?cursor=$c") }
        'a limit of that name'        | { p, d, c -> d.api.get("/users/me/logins?limit=$c") }
        'a user of that name'         | { p, d, c -> staff.superuser().api.with { get("/users/$c"); get("/users/$c/logins"); post("/users/$c/disable") } }
        'a role of that name'         | { p, d, c -> staff.superuser().api.with { get("/roles/$c"); delete("/roles/$c"); put("/users/$p.id/roles/$c", null) } }
        'a search for it'             | { p, d, c -> staff.superuser().api.with { get("/users?query=$c"); get("/users?query=$c%00"); get("/users?cursor=$c") } }
        'an action of that name'      | { p, d, c -> staff.superuser().api.with { get("/audit-events?action=$c"); get("/audit-events?target_id=$c"); get("/audit-events?since=$c") } }
        'a role described by it'      | { p, d, c -> staff.superuser().api.post('/roles', [role_name: c, permission_set: [c], description: c]) }
        'a check of it'               | { p, d, c -> d.api.with { post('/access/check', [checks: [[label: c]], user_id: c]); post('/access/check', [checks: [[permission: c, (c): c]]]) } }
    }

    def "nothing that administrators do tells the log whom they do it to by login or e-mail"() {
        given:
        Person boss = someone()
        staff.promote(boss)
        SignedIn chief = boss.signIn()
        Person person = someone()
        String role = staff.role('films:read')
        [boss, person].each { Log.neverShows(it.login) }
        int before = Log.lines().size()

        when: "all is done that can be, also in vain"
        List<Answer> answers = chief.api.with {
            [get("/users?query=$person.email"), get("/users?query=$person.login&limit=1"), get("/users/$person.id"), get("/users/$person.login"),
                put("/users/$person.id/roles/$role", null), get("/users/$person.id/permissions"), get("/users/$person.id/logins"),
                delete("/users/$person.id/roles/$role"), delete("/users/$person.id/sessions"), post("/users/$person.id/disable"),
                post("/users/$person.id/enable"), post("/users/$person.email/disable"), get("/audit-events?target_id=$person.login"),
                post('/access/check', [user_id: person.login, checks: []]), post('/access/check', [user_id: person.id, checks: []])]
        }

        then:
        answers*.status == [200, 200, 200, 404, 204, 200, 200, 204, 204, 204, 204, 404, 200, 422, 200]
        Log.lines().drop(before).every { line -> [boss, person].every { !line.contains(it.login) && !line.contains(it.email) } }
        Log.leaks().empty
    }

    def "no line breaks or colours get into the log by #what"() {
        given:
        SignedIn chief = staff.superuser()
        int before = Log.lines().size()

        when:
        Answer answer = request(chief.api)

        then:
        answer.status in [404, 422]
        Log.lines().drop(before).every { line -> line.codePoints().noneMatch { Character.isISOControl(it) || it == 0x2028 } && !line.contains('forged') }

        where:
        what                  | request
        'a description'       | { it.post('/roles', [role_name: 'a', permission_set: [], description: 'x\r\nforged \u001B[31m \u2028']) }
        'a role name'         | { it.post('/roles', [role_name: 'x\r\nforged \u001B[31m', permission_set: []]) }
        'a permission'        | { it.post('/roles', [role_name: 'a', permission_set: ['x:y\nforged \u001B[31m']]) }
        'a label'             | { it.post('/access/check', [checks: [[label: 'x\nforged \u001B[31m']]]) }
        'a name of a property'| { it.post('/access/check', [('x\nforged \u001B[31m'): 1]) }
        'a search'            | { it.get('/users?query=x%0d%0aforged%1B%5B31m') }
        'an action'           | { it.get('/audit-events?action=x%0d%0aforged%1B%5B31m') }
        'an address'          | { it.get('/users/x%0d%0aforged%1B%5B31m') }
    }

    @RestoreSystemProperties
    def "in production one event is one line, whatever a client put into it, as #format"() {
        given:
        System.setProperty('AUTH_LOG_FORMAT', format)
        LoggerContext context = new LoggerContext()
        new JoranConfigurator(context: context).doConfigure(getClass().getResource(file))
        ConsoleAppender appender = context.getLogger('ROOT').iteratorForAppenders().next() as ConsoleAppender
        LoggingEvent event = new LoggingEvent('x', context.getLogger('io.cinema'), Level.INFO, message, null, null)
        event.MDCPropertyMap = [:]

        when:
        String line = new String(appender.encoder.encode(event), 'UTF-8')

        then:
        line.endsWith('\n')
        line.strip().codePoints().noneMatch { Character.isISOControl(it) || it == 0x2028 || it == 0x2029 }
        line.contains('before') && line.contains('after')
        format == 'text' || new JsonSlurper().parseText(line).message == message
        context.statusManager.copyOfStatusList.every { it.effectiveLevel < Status.WARN }

        cleanup:
        context?.stop()

        where:
        [format, file, message] << [['text', 'JSON'], ['/logback.xml', '/logback-films.xml'],
            ['before\nafter', 'before\r\nafter', 'before\rafter', 'before\u001B[31mafter', 'before\u0085after',
                'before\u009B31mafter', 'before\u2028after', 'before\u0000\u0008\u007Fafter', 'before\uD800after']].combinations()
    }

    @RestoreSystemProperties
    def "the level #wanted is for what we say: libraries say #libraries at most"() {
        given:
        System.setProperty('AUTH_LOG_LEVEL', wanted)
        LoggerContext context = new LoggerContext()

        when:
        new JoranConfigurator(context: context).doConfigure(getClass().getResource('/logback.xml'))

        then:
        context.getLogger('io.cinema.auth.anything').effectiveLevel == Level.toLevel(wanted)
        context.getLogger('io.micronaut.anything').effectiveLevel == libraries
        context.getLogger('io.cinema.auth.announcement').effectiveLevel == Level.INFO

        cleanup:
        context?.stop()

        where:
        wanted  | libraries
        'trace' | Level.INFO
        'DEBUG' | Level.INFO
        'info'  | Level.INFO
        'warn'  | Level.WARN
        'off'   | Level.OFF
    }

    def "the id in a problem is the one in the header, new for each request, whatever the client sends"() {
        when:
        List<Answer> answers = (1..3).collect { api.with('X-Request-Id', 'mine').get('/users/me') }

        then:
        answers.every { it.json.instance == it.header('X-Request-Id') }
        answers*.json.instance.toSet().size() == 3
        !answers*.json.instance.contains('mine')
    }
}
