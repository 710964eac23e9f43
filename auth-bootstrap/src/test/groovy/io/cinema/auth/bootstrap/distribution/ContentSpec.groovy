package io.cinema.auth.bootstrap.distribution

import groovy.json.JsonSlurper
import java.security.MessageDigest
import java.util.jar.JarFile
import java.util.zip.ZipFile
import spock.lang.AutoCleanup
import spock.lang.IgnoreIf
import spock.lang.Shared
import spock.lang.Specification

/** What is in the archive, and what is not. */
class ContentSpec extends Specification {
    /** What only development and tests may bring along: backends to embed, and what specs are written in. */
    private static final List<String> NOT_FOR_PRODUCTION = [
        'io/cinema/auth/devkit/', 'io/cinema/auth/contracts/', 'io/zonky/test/', 'redis/embedded/', 'no/nav/security/mock/', 'org/codelibs/opensearch/',
        'org/opensearch/node/', 'groovy/lang/', 'org/spockframework/', 'org/junit/', 'org/testcontainers/', 'com/tngtech/archunit/',
        'org/hamcrest/', 'org/mockito/', 'okhttp3/mockwebserver/',
    ]

    @Shared
    @AutoCleanup
    Installation installed = new Installation()

    private Map<String, Object> getSbom() {
        new JsonSlurper().parse(installed.file('sbom.json')) as Map
    }

    /** A line of THIRD-PARTY.txt: its licences, and the library they are of. */
    record Licensed(List<String> licences, String artifact, String version) {}

    @Shared
    List<Licensed> licensed = licences()

    private List<Licensed> licences() {
        installed.file('licenses/THIRD-PARTY.txt').readLines().findAll { it.startsWith('     (') }.collect { line ->
            def coordinates = (line =~ /\(([^():\s]+):([^():\s]+):([^():\s]+) - [^)]*\)$/)
            assert coordinates.find(): line
            List<String> licences = (line =~ /^ +((?:\([^)]*\) )+)/).with { it.find() ? it.group(1).findAll(/\(([^)]*)\)/) { _, name -> name } : [] }
            new Licensed(licences, coordinates.group(2), coordinates.group(3))
        }
    }

    private static String sha256(File file) {
        HexFormat.of().formatHex(MessageDigest.getInstance('SHA-256').digest(file.bytes))
    }

    private static boolean isOurs(File jar) {
        jar.name.startsWith('auth-')
    }

    def "it unpacks to auth-<version>, with all that a reader looks for"() {
        expect:
        Installation.ARCHIVE.name == "${installed.home.name}.tar.gz"
        ['README.txt', 'LICENSE', 'licenses/THIRD-PARTY.txt', 'conf/auth.env.example'].findAll { !installed.file(it).file || installed.file(it).length() == 0 } == []
        ['auth-server', 'auth-cli', 'auth-film-etl'].findAll { !installed.file("bin/$it").canExecute() } == []
        installed.file('LICENSE').text.contains('Apache License')
    }

    def "no text of it has a place left that the build should have filled in"() {
        expect:
        ['bin', 'conf', 'README.txt'].collectMany { part ->
            List<File> files = []
            installed.file(part).with { it.directory ? it.eachFileRecurse { files << it } : files << it }
            files.findAll { it.file && it.text.contains('${project') }
        } == []
    }

    def "the zip has the same files"() {
        given:
        File zip = new File(Installation.ARCHIVE.parentFile, "${installed.home.name}.zip")
        Set<String> unpacked = []
        installed.home.eachFileRecurse { if (it.file) { unpacked << it.path.substring(installed.directory.path.length() + 1) } }

        expect:
        new ZipFile(zip).withCloseable { it.stream().filter { !it.directory }.map { it.name }.toList() as Set } == unpacked
    }

    def "no backend is embedded, and nothing of the specs is there"() {
        expect:
        installed.jars.size() > 50
        installed.jars.collectMany { jar ->
            new JarFile(jar).withCloseable { it.stream().map { it.name }.toList() }
                .findAll { entry -> NOT_FOR_PRODUCTION.any { entry.startsWith(it) } || entry ==~ /.*\.(txz|so\.gz)|redis-server.*/ }
                .collect { "$jar.name: $it" }
        } == []
    }

    def "each library stands in THIRD-PARTY.txt, under a licence whose text is beside it"() {
        given:
        Set<String> files = installed.jars.findAll { !isOurs(it) }.collect { it.name } as Set

        expect: 'a classifier of a native library comes after the version'
        files.findAll { file -> !licensed.any { file == "${it.artifact()}-${it.version()}.jar" || file.startsWith("${it.artifact()}-${it.version()}-") } } == [] as Set
        licensed.findAll { library ->
            !library.licences().any { installed.file("licenses/${it}.txt").file }
        } == []
    }

    def "no text of a licence is there for nothing"() {
        given:
        Set<String> named = licensed.collectMany { it.licences() } as Set

        expect:
        installed.file('licenses').list().collect { it - '.txt' }.findAll { it != 'THIRD-PARTY' && !(it in named) } == []
    }

    // The plugin that makes it does not run offline, whatever is at hand.
    @IgnoreIf({ Boolean.getBoolean('auth.offline') })
    def "the bill of materials lists the very jars of lib/, by their hashes"() {
        given:
        Map<String, String> listed = sbom.components.collectEntries { component ->
            [(component.hashes.find { it.alg == 'SHA-256' }.content): component.purl]
        }
        Map<String, String> shipped = installed.jars.collectEntries { [(sha256(it)): it.name] }

        expect: 'the one that all others are parts of is not a part of itself'
        sbom.metadata.component.name == 'auth-bootstrap'
        shipped.findAll { !(it.key in listed.keySet()) }.values().every { it.startsWith('auth-bootstrap-') }
        listed.findAll { !(it.key in shipped.keySet()) } == [:]
    }

    // The plugin that makes it does not run offline, whatever is at hand.
    @IgnoreIf({ Boolean.getBoolean('auth.offline') })
    def "its two formats say the same"() {
        given:
        List<String> purls = (installed.file('sbom.xml').text =~ /<purl>([^<]*)<\/purl>/).collect { it[1].replace('&amp;', '&') }

        expect:
        purls as Set == [sbom.metadata.component, *sbom.components]*.purl as Set
    }

    def "the example of a configuration names what must be set, and holds no secret that could be used"() {
        expect:
        installed.example.keySet().containsAll(['AUTH_ISSUER', 'AUTH_MASTER_KEY', 'AUTH_DATABASE_URL', 'AUTH_DATABASE_USER', 'AUTH_DATABASE_PASSWORD', 'AUTH_REDIS_URI'])
        installed.example.findAll { it.key ==~ /.*(KEY|PASSWORD|SECRET)/ && it.value != '' } == [:]
    }
}
