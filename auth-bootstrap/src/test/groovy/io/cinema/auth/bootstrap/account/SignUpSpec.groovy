package io.cinema.auth.bootstrap.account

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec
import io.cinema.auth.bootstrap.fixture.Person
import io.cinema.auth.contracts.fixture.Parallel

class SignUpSpec extends FunctionalSpec {

    def "a newcomer gets an account and is told where it is"() {
        given:
        Map form = Person.form(first_name: 'Thomas', last_name: 'Anderson')
        String now = clock.instant()

        when:
        Answer answer = api.post('/users', form)

        then:
        answer.status == 201
        answer.header('Location') == "/api/v1/users/${answer.json.id}"
        answer.header('Cache-Control') == 'no-store'
        with(answer.json) {
            UUID.fromString(id).version() == 7
            login == form.login
            email == form.email
            first_name == 'Thomas'
            last_name == 'Anderson'
            created_at == now
            last_login == null
            roles == []
            is_superuser == false
            totp_enabled == false
            keySet() == ['id', 'login', 'email', 'first_name', 'last_name', 'created_at', 'last_login', 'roles',
                'is_superuser', 'totp_enabled'] as Set
        }
    }

    def "an account is kept as the assignment splits it, the password as an Argon2id hash"() {
        given:
        Person person = someone()

        expect:
        with(service.sql { it.firstRow('SELECT * FROM auth.users WHERE id = ?::uuid', person.id) }) {
            login == person.login
            email == person.email
            password_hash.startsWith('$argon2id$v=19$')
            !password_hash.contains(person.password)
        }
        with(service.sql { it.firstRow('SELECT * FROM auth.user_service_info WHERE user_id = ?::uuid', person.id) }) {
            !is_superuser
            disabled_at == null
            last_login == null
        }
    }

    def "names are optional: #names"() {
        when:
        Answer answer = api.post('/users', Person.form(names))

        then:
        answer.status == 201
        answer.json.first_name == names.first_name
        answer.json.last_name == names.last_name

        where:
        names << [[:], [first_name: null, last_name: null], [first_name: 'Ай-петри'], [last_name: "O'Neill 李"],
            [first_name: 'x' * 100]]
    }

    def "a login of #what is refused as #rule"() {
        when:
        Answer answer = api.post('/users', Person.form(login: login))

        then:
        answer.status == 422
        answer.errors == [login: rule]

        where:
        what                    | login              || rule
        '2 characters'          | 'ab'               || 'too_short'
        '65 characters'         | 'a' * 65           || 'too_long'
        'an e-mail'             | 'neo@example.com'  || 'bad_characters'
        'a space'               | 'neo anderson'     || 'bad_characters'
        'markup'                | '<script>'         || 'bad_characters'
        'an emoji'              | 'neo\uD83D\uDE00'  || 'bad_characters'
        'NUL'                   | 'neo\u0000'        || 'unsafe_text'
        'a line break'          | 'neo\nanderson'    || 'unsafe_text'
        'a bidi override'       | 'neo\u202Eoen'     || 'unsafe_text'
    }

    def "a login of #what is fine"() {
        expect:
        api.post('/users', Person.form(login: login)).status == 201

        where:
        what                       | login
        '3 characters'             | 'm' + UUID.randomUUID().toString().take(2)
        '64 characters'            | UUID.randomUUID().toString().padRight(64, 'x')
        'dots and underscores'     | 'Neo_the.One-' + UUID.randomUUID()
        'letters of another script' | 'Нео-' + UUID.randomUUID()
    }

    def "'#email' is refused as an e-mail: #rule"() {
        when:
        Answer answer = api.post('/users', Person.form(email: email))

        then:
        answer.status == 422
        answer.errors == [email: rule]

        where:
        email                                   || rule
        ''                                      || 'too_short'
        'neo'                                   || 'not_an_email'
        'neo@'                                  || 'not_an_email'
        '@example.com'                          || 'not_an_email'
        'neo@localhost'                         || 'not_an_email'
        'neo@@example.com'                      || 'not_an_email'
        'neo @example.com'                      || 'not_an_email'
        'neo..anderson@example.com'             || 'not_an_email'
        'neo@example.com, trinity@example.com'  || 'not_an_email'
        'neo@exa_mple.com'                      || 'not_an_email'
        'neo@-example.com'                      || 'not_an_email'
        ('a' * 65) + '@example.com'             || 'not_an_email'
        ('a' * 250) + '@example.com'            || 'too_long'
        'neo\r\nBcc: x@example.com'             || 'unsafe_text'
        'neo\u0000@example.com'                 || 'unsafe_text'
    }

    def "a password of #what is refused as #rule and costs no hash"() {
        when:
        Answer answer = api.post('/users', Person.form(login: 'likely-' + UUID.randomUUID().toString().take(8), *: wishes))

        then:
        answer.status == 422
        answer.errors == [password: rule]

        where:
        what                        | wishes                                                      || rule
        '7 code points'             | [password: '1234567']                                       || 'too_short'
        '7 emoji'                   | [password: '\uD83D\uDE00' * 7]                              || 'too_short'
        '257 code points'           | [password: 'x' * 257]                                       || 'too_long'
        'no character'              | [password: '']                                              || 'too_short'
        'a common one'              | [password: 'password1']                                     || 'common_password'
        'a common one in capitals'  | [password: 'PASSWORD1']                                     || 'common_password'
        'the login'                 | [login: 'smith-agent-9', password: 'smith-agent-9']         || 'own_name'
        'the login in capitals'     | [login: 'smith-agent-9', password: 'SMITH-AGENT-9']         || 'own_name'
        'the e-mail'                | [email: 'smith9@example.com', password: 'smith9@example.com'] || 'own_name'
        'the e-mail before the @'   | [email: 'smith-agent@example.com', password: 'Smith-Agent'] || 'own_name'
        'NUL'                       | [password: 'long enough\u0000']                             || 'unsafe_text'
        'a bidi control'            | [password: 'long enough\u202E']                             || 'unsafe_text'
    }

    def "a password of #what is fine, and exactly that one signs in"() {
        given:
        Person person = someone(password: password)

        expect:
        api.post('/auth/login', [login: person.login, password: password]).status == 200
        api.post('/auth/login', [login: person.login, password: other]).problem == 'invalid-credentials'

        where:
        what                          | password                   | other
        '8 code points'               | 'kq7-zu2x'                 | 'kq7-zu2X'
        '256 code points'             | 'é' * 256                  | 'é' * 255
        '64 emoji'                    | '\uD83E\uDD16' * 64        | '\uD83E\uDD16' * 63
        'spaces around it'            | '  two spaces around  '    | 'two spaces around'
        'only digits'                 | '836401957264'             | '836401957265'
    }

    def "all that is wrong is told at once"() {
        when:
        Answer answer = api.post('/users', [login: 'a', email: 'b', first_name: ''])

        then:
        answer.status == 422
        answer.problem == 'invalid-request'
        answer.errors == [login: 'too_short', email: 'too_short', password: 'required', first_name: 'too_short']
    }

    def "#property can't be set by signing up: it is refused by name and nothing is stored"() {
        given:
        Map before = service.stored()

        when:
        Answer answer = api.post('/users', Person.form((property): value))

        then:
        answer.status == 422
        answer.errors == [(property): 'unknown']
        service.stored() == before

        where:
        property         | value
        'is_superuser'   | true
        'roles'          | ['admin']
        'id'             | '019aaf7e-58a8-7c1e-9d3b-0f1a2b3c4d5e'
        'password_hash'  | '$argon2id$v=19$m=19456,t=2,p=1$YWFhYWFhYWFhYWFhYWFhYQ$YmJi'
        'created_at'     | '2026-01-01T00:00:00Z'
        'isSuperuser'    | true
        'firstName'      | 'Thomas'
        '__proto__'      | [:]
    }

    def "a #what that differs from a taken one only by #look is taken"() {
        given:
        String tag = UUID.randomUUID().toString().take(8)
        someone(login: 'Neo.' + tag, email: "neo.$tag@Example.COM".toString())
        Map before = service.stored()

        when:
        Answer answer = api.post('/users', Person.form((what): respelled(tag)))

        then:
        answer.status == 409
        answer.problem == "$what-taken"
        service.stored() == before

        where:
        what    | look                   | respelled
        'login' | 'nothing'              | { it -> 'Neo.' + it }
        'login' | 'lower case'           | { it -> 'neo.' + it }
        'login' | 'upper case'           | { it -> "NEO.$it".toUpperCase() }
        'login' | 'full-width letters'   | { it -> '\uFF2E\uFF45\uFF4F.' + it }
        'login' | 'mathematical letters' | { it -> '\uD835\uDC0D\uD835\uDC1E\uD835\uDC28.' + it }
        'email' | 'nothing'              | { it -> "neo.$it@Example.COM".toString() }
        'email' | 'upper case'           | { it -> "NEO.$it@EXAMPLE.COM".toUpperCase() }
        'email' | 'full-width letters'   | { it -> "\uFF4E\uFF45\uFF4F.$it@example.com".toString() }
        'email' | 'a full-width dot'     | { it -> "neo.$it@example\uFF0Ecom".toString() }
    }

    def "of 50 sign-ups at once with one #what, #spelling, exactly one succeeds"() {
        given:
        Map taken = Person.form()

        when:
        List<Answer> answers = Parallel.times(50) { i ->
            (i % 2 ? api : other.api()).post('/users', Person.form((what): spell(taken[what] as String, i)))
        }

        then:
        answers.countBy { it.status } == [201: 1, 409: 49]
        answers.findAll { it.status == 409 }*.problem.unique() == ["$what-taken"]
        service.sql {
            it.firstRow("SELECT count(*) AS n FROM auth.users WHERE ${what}_canonical = ?".toString(), [taken[what]]).n
        } == 1

        where:
        what    | spelling               | spell
        'email' | 'spelled the same'     | { String text, int i -> text }
        'email' | 'in different case'    | { String text, int i -> i % 3 ? text.toUpperCase() : text }
        'login' | 'in different case'    | { String text, int i -> i % 3 ? text.toUpperCase() : text }
    }
}
