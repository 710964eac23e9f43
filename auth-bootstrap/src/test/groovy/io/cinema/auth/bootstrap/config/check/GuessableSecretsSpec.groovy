package io.cinema.auth.bootstrap.config.check

import static io.cinema.auth.domain.diagnosis.Finding.Verdict.DOUBTFUL
import static io.cinema.auth.domain.diagnosis.Finding.Verdict.WRONG

import io.cinema.auth.bootstrap.fixture.RunningService
import io.cinema.auth.devkit.Roles
import io.cinema.auth.domain.diagnosis.Finding
import io.micronaut.core.value.MapPropertyResolver
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** Secrets that stand in every example: production does not start with them. */
class GuessableSecretsSpec extends Specification {
    private static List<Finding> look(Map<String, Object> changed) {
        SettingsCheck.look(new MapPropertyResolver(SettingsCheckSpec.GOOD + changed)).findAll { it.verdict() in [WRONG, DOUBTFUL] }
    }

    private static String key(byte[] bytes) {
        Base64.encoder.encodeToString(bytes)
    }

    def "'#secret' is no password: production is refused, dev is warned, and nobody is told it"() {
        given:
        def settings = ['auth.database.user': 'librarian', 'auth.database.password': secret]

        expect:
        with(look(settings)) {
            it*.verdict() == [WRONG]
            it*.observed() == ['AUTH_DATABASE_PASSWORD is one that anybody would try']
        }
        with(look(settings + ['auth.mode': 'dev', 'auth.issuer': 'http://localhost:8080'])) {
            it*.verdict() == [DOUBTFUL]
        }

        where:
        secret << ['postgres', 'Password', 'password1', 'password123', 'P@ssword!'.replace('@', 'a'), 'changeme', 'change-me', 'CHANGE_ME_PLEASE', 'auth', 'secret',
                   'admin', 'admin123', 'test', 'test1234', '12345678', '000000', 'xxxxxxxx', '<password>', '<the password of auth>', '${PASSWORD}', '{{ password }}',
                   '$PASSWORD', '...', 'your-password', 'your_db_password', 'replace-me', 'my secret', 'librarian', 'Librarian', 'TODO']
    }

    def "'#secret' may be one"() {
        expect:
        look(['auth.database.password': secret]) == []

        where:
        secret << [Roles.APP_PASSWORD, Roles.OWNER_PASSWORD, 'correct horse battery staple', 'x7', 'ab12cd', 'hJ3/p+0=', 'posTgres-of-bErlin-9', 'ffffffff0',
                   '$kJ8#vQz2!pLw9xR', '$uR7gTq2Lw9', '<kJ8#vQz2!pLw9xR>', '%kJ8#vQz2!pLw9xR%', '[kJ8#vQ|z2]', '${kJ8}vQz2!p']
    }

    def "#variable is looked at as well"() {
        expect:
        look(settings)*.observed() == ["$variable is one that anybody would try".toString()]

        where:
        variable                           | settings
        'AUTH_MIGRATION_PASSWORD'          | ['auth.migration.user': 'auth_owner', 'auth.migration.password': 'auth-owner']
        'AUTH_OAUTH_YANDEX_CLIENT_SECRET'  | ['auth.oauth.yandex.client-id': 'id', 'auth.oauth.yandex.client-secret': '<client secret>']
        'AUTH_OAUTH_GOOGLE_CLIENT_SECRET'  | ['auth.oauth.google.client-id': 'cinema-1', 'auth.oauth.google.client-secret': 'cinema-1']
        'AUTH_OAUTH_CORP_CLIENT_SECRET'    | ['auth.oauth.oidc': 'corp', 'auth.oauth.corp.client-secret': 'changeme']
        'the password in AUTH_REDIS_URI'   | ['auth.redis.uri': 'redis://:redis@localhost:6379']
        'the password in AUTH_REDIS_URI'   | ['auth.redis.uri': 'rediss://default:changeme@localhost:6379/1']
        'the password in AUTH_REDIS_URI'   | ['auth.redis.uri': 'redis-sentinel://:redis@a:26379,b:26379#auth']
        'the password in AUTH_REDIS_URI'   | ['auth.redis.uri': 'redis-cluster://:change%6De@a:6379,b:6379']
        'the password in AUTH_REDIS_URI'   | ['auth.redis.uri': 'redis-cluster://:redis@a:6379']
    }

    def "a Redis without a password has none that could be guessed"() {
        expect:
        look(['auth.redis.uri': uri]) == []

        where:
        uri << ['redis://localhost:6379', 'redis://:long-0ne-of-redis@localhost:6379', 'redis-sentinel://a:1,b:2/0#main']
    }

    def "a master key of #what is #verdict"() {
        expect:
        look(['auth.master-key': key(bytes)])*.verdict() == [verdict]

        where:
        what                 | bytes                                             || verdict
        'zeros'              | new byte[32]                                      || WRONG
        'one byte'           | [0x41] * 32 as byte[]                             || WRONG
        'a few bytes'        | (1..4).collectMany { [1, 7, 3, 9, 5, 6, 2, 8] } as byte[] || WRONG
        'all up from zero'   | (0..31) as byte[]                                 || WRONG
        'all down'           | (31..0) as byte[]                                 || WRONG
        'a sentence'         | 'this is a key of 32 bytes, no?!!'.bytes          || DOUBTFUL
        'hexadecimal digits' | '0123456789abcdef9876543210fedcba'.bytes          || DOUBTFUL
    }

    def "keys made by chance are never refused"() {
        given:
        Random random = new Random(42)

        expect:
        (1..2_000).every {
            byte[] bytes = new byte[32]
            random.nextBytes(bytes)
            look(['auth.master-key': key(bytes)]) == []
        }
        look(['auth.master-key': RunningService.MASTER_KEY]) == []
    }

    def "no master key that stands in our documents and examples would be taken"() {
        given:
        Path repository = Path.of('..').toAbsolutePath().normalize()
        List<Path> shown = ['docs', 'docker', 'deploy', 'kubernetes', 'README.md', 'auth-bootstrap/src/dist'].collect { repository.resolve(it) }.findAll { Files.exists(it) }
            .collectMany { start -> Files.walk(start).withCloseable { it.filter { Files.isRegularFile(it) }.toList() } }
        List<String> keys = shown.collectMany { file -> (Files.readString(file) =~ /(?<![A-Za-z0-9+\/])[A-Za-z0-9+\/]{43}=(?![A-Za-z0-9+\/=])/).collect() }

        expect:
        shown.size() > 50
        keys.every { look(['auth.master-key': it])*.verdict() == [WRONG] }
    }
}
