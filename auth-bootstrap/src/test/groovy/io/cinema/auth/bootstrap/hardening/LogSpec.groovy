package io.cinema.auth.bootstrap.hardening

import ch.qos.logback.classic.Level
import ch.qos.logback.classic.LoggerContext
import ch.qos.logback.classic.encoder.PatternLayoutEncoder
import ch.qos.logback.classic.joran.JoranConfigurator
import ch.qos.logback.classic.spi.LoggingEvent
import ch.qos.logback.core.ConsoleAppender
import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Log
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.bootstrap.fixture.SignedIn
import io.cinema.auth.bootstrap.fixture.Wire
import org.slf4j.LoggerFactory

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
        'a wrong current password'    | { p, d, c -> d.api.put('/users/me/password', [current_password: c, new_password: c + c]) }
        'a broken request'            | { p, d, c -> Wire.send(other, "GET $c\r\nAuthorization: Bearer $c\r\n\r\n".bytes) }
        'a session of that name'      | { p, d, c -> d.api.delete("/users/me/sessions/$c") }
        'a cursor of that name'       | { p, d, c -> d.api.get("/users/me/logins?cursor=$c") }
        'a limit of that name'        | { p, d, c -> d.api.get("/users/me/logins?limit=$c") }
    }

    def "in production one event is one line, whatever a client put into it"() {
        given:
        LoggerContext context = new LoggerContext()
        new JoranConfigurator(context: context).doConfigure(getClass().getResource('/logback.xml'))
        ConsoleAppender appender = context.getLogger('ROOT').iteratorForAppenders().next() as ConsoleAppender
        PatternLayoutEncoder encoder = appender.encoder as PatternLayoutEncoder
        LoggingEvent event = new LoggingEvent('x', context.getLogger('io.cinema'), Level.INFO, message, null, null)
        event.MDCPropertyMap = [:]

        when:
        String line = new String(encoder.encode(event), 'UTF-8')

        then:
        line.endsWith(System.lineSeparator())
        line.strip().codePoints().noneMatch { Character.isISOControl(it) || it == 0x2028 || it == 0x2029 }
        line.contains('before') && line.contains('after')

        cleanup:
        context?.stop()

        where:
        message << ['before\nafter', 'before\r\nafter', 'before\rafter', 'before\u001B[31mafter', 'before\u0085after',
            'before\u009B31mafter', 'before\u2028after', 'before\u0000\u0008\u007Fafter']
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
