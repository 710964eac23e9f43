package io.cinema.auth.bootstrap.container

import io.cinema.auth.adapter.crypto.secret.MasterKey
import io.cinema.auth.bootstrap.config.check.SettingsCheck
import io.cinema.auth.bootstrap.config.setting.Settings
import io.cinema.auth.domain.diagnosis.Finding
import io.micronaut.core.value.MapPropertyResolver
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import org.yaml.snakeyaml.Yaml
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What docker/ says to run, as far as it can be seen without a container engine. docker/README.md tells what was run. */
class ContainerFilesSpec extends Specification {
    private static final Path REPOSITORY = Path.of('..')
    private static final String SECRET = /.*(PASSWORD|KEY|SECRET|_REDIS_URI)/

    @Shared
    Map compose = new Yaml().load(text('docker/compose.yaml'))
    @Shared
    List<Map> manifests = ['10-config', '11-secrets', '20-migration', '30-service', '31-films', '40-network'].collectMany {
        new Yaml().loadAll(text("docker/kubernetes/${it}.yaml")).toList()
    }
    @Shared
    Set<String> known = Settings.all(null).keySet()

    @TempDir
    Path scratch

    def "the variables of #where are settings"() {
        expect:
        !variables.empty
        variables - known == []

        where:
        where             | variables
        'compose.yaml'    | ours().collectMany { it.environment.keySet() }.unique()
        'the manifests'   | manifests.collectMany { dataOf(it).keySet() } + pods().collectMany { it.containers + (it.initContainers ?: []) }.collectMany { it.env*.name ?: [] }
    }

    def "compose.yaml knows no secret, and asks for each by name"() {
        given:
        def secrets = compose.services.values().collectMany { (it.environment ?: [:]).entrySet() }.findAll { it.key ==~ SECRET }

        expect:
        secrets*.key.toSet().containsAll(['AUTH_MASTER_KEY', 'AUTH_DATABASE_PASSWORD', 'AUTH_MIGRATION_PASSWORD', 'POSTGRES_PASSWORD', 'AUTH_REDIS_URI'])
        secrets.every { it.value ==~ /(redis:\/\/:)?\$\{[A-Z_]+:\?run docker\/init-secrets}(@redis:6379)?/ }
    }

    def "init-secrets makes all that compose.yaml asks for, differently each time, and keeps what there is"() {
        when:
        def first = initSecrets('one')
        def again = initSecrets('one')
        def other = initSecrets('two')

        then:
        first.keySet() == text('docker/compose.yaml').findAll(/\$\{([A-Z_]+):\?/) { it[1] } as Set
        again == first
        other.every { name, value -> value != first[name] }
        MasterKey.ofBase64(first.AUTH_MASTER_KEY)
        PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch.resolve('one/.env'))) == 'rw-------'
    }

    def "the secrets of the manifests are placeholders that the service refuses"() {
        given:
        def data = manifests.collectEntries { dataOf(it) } as Map<String, String>
        def secrets = data.keySet().findAll { it ==~ SECRET }
        def settings = new MapPropertyResolver(data.collectEntries { name, value -> [Settings.named(name).property(), value] })

        when:
        def refused = SettingsCheck.look(settings).findAll { it.verdict() == Finding.Verdict.WRONG }*.observed()

        then:
        secrets.size() == 5
        secrets.every { secret -> refused.any { it.contains(secret) } }
    }

    def "who serves does not own the schema"() {
        expect:
        ['auth', 'films', 'cli'].every { !compose.services[it].environment.containsKey('AUTH_MIGRATION_USER') }
        ['auth', 'auth-films'].every { name ->
            def containers = manifests.find { it.kind == 'Deployment' && it.metadata.name == name }.spec.template.spec.containers
            !containers.toString().contains('auth-migration') && !containers.toString().contains('AUTH_MIGRATION')
        }
    }

    def "nothing of ours may write to its image, gain a right or keep one"() {
        expect:
        (ours() + compose.services.proxy).every {
            it.read_only && it.cap_drop == ['ALL'] && it.security_opt == ['no-new-privileges:true'] && it.mem_limit
        }
        pods().size() == 3
        pods().every { it.securityContext.runAsNonRoot && it.securityContext.runAsUser == 10001 && !it.automountServiceAccountToken }
        pods().collectMany { it.containers + (it.initContainers ?: []) }.every {
            it.securityContext == [readOnlyRootFilesystem: true, allowPrivilegeEscalation: false, capabilities: [drop: ['ALL']]] && it.resources.limits.memory
        }
        text('docker/Dockerfile').readLines().findAll { it.startsWith('USER') }.last() == 'USER 10001:10001'
    }

    private static String text(String file) {
        Files.readString(REPOSITORY.resolve(file))
    }

    private List<Map> ours() {
        compose.services.values().findAll { it.image.startsWith('cinema-auth') }
    }

    private List<Map> pods() {
        manifests*.spec.findAll { it?.template }*.template*.spec
    }

    private static Map<String, String> dataOf(Map manifest) {
        (manifest.data ?: [:]) + (manifest.stringData ?: [:])
    }

    private Map<String, String> initSecrets(String directory) {
        def script = Files.createDirectories(scratch.resolve(directory)).resolve('init-secrets')
        if (!Files.exists(script)) {
            Files.copy(REPOSITORY.resolve('docker/init-secrets'), script)
        }
        def process = new ProcessBuilder('bash', script.toString()).redirectErrorStream(true).start()
        def said = process.inputReader().text
        assert process.waitFor() == 0: said
        Files.readAllLines(scratch.resolve("$directory/.env")).collectEntries { line -> line.split('=', 2).toList() }
    }
}
