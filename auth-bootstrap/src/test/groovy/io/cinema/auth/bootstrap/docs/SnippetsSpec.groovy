package io.cinema.auth.bootstrap.docs

import java.nio.file.Files
import spock.lang.Shared
import spock.lang.Specification

/** Nothing in the pages is only written: each snippet says what holds it to the truth, and each link leads somewhere. */
class SnippetsSpec extends Specification {
    /**
     * What is typed by hand alone, and why it can't be run here. To start the whole is what bin/run and bin/test do, on the reader's
     * machine; the rest needs what no build has.
     */
    static final Map<String, List<String>> BY_HAND = [
        'CONTRIBUTING.md': ['bin/run', 'bin/test', 'bin/test --fast', 'bin/test -pl auth-domain',
            'bin/test -pl auth-bootstrap -Dtest=LoginSpec', 'bin/test --containers', 'bin/bench', 'mvn spotless:apply'],
        'README.md': ['bin/run', 'bin/auth-cli', 'bin/run --films', 'bin/test', 'bin/test --fast', 'bin/test -pl auth-domain', 'bin/test --containers', 'bin/bench', 'mvn spotless:apply'],
        'docker/README.md': [
            'docker/init-secrets',
            'docker compose -f docker/compose.yaml up -d --build --wait',
            'curl -s http://localhost:8080/.well-known/jwks.json',
            'docker compose -f docker/compose.yaml run --rm cli user list',
            'echo \'there is no spoon at all\' | docker compose -f docker/compose.yaml run --rm -T cli \\',
            'superuser create --login oracle --email oracle@example.com --password-stdin',
            'docker build -f docker/Dockerfile -t cinema-auth .',
        ],
        'docker/kubernetes/README.md': [
            'kubectl create namespace auth',
            'kubectl -n auth create secret generic auth-secrets --from-env-file=secrets.env',
            'kubectl -n auth create secret generic auth-migration --from-env-file=migration.env',
            'kubectl -n auth apply -f docker/kubernetes/10-config.yaml -f docker/kubernetes/20-migration.yaml',
            'kubectl -n auth wait --for=condition=complete job/auth-migration --timeout=5m',
            'kubectl -n auth apply -f docker/kubernetes/30-service.yaml -f docker/kubernetes/31-films.yaml -f docker/kubernetes/40-network.yaml',
        ],
        'docs/films.md': ['bin/run --films', 'auth-film-etl run'],
        'docs/openapi.md': ['npx @openapitools/openapi-generator-cli generate -i openapi.yaml -g python -o client'],
        'docs/several-nodes.md': ['bin/upgrade-check <tag of the release before>'],
        'docs/performance.md': ['bin/bench', 'AUTH_AOT_DIR=off bin/auth-server', 'bin/auth-server', 'bin/bench --films', 'FILMS=300000 MOVIES=movies.json bin/bench --films'],
        'docs/distribution.md': ['bin/dist', 'tar xzf auth-<version>.tar.gz && cd auth-<version>',
            'cp conf/auth.env.example conf/auth.env && chmod 600 conf/auth.env', 'bin/auth-cli doctor', 'bin/auth-server'],
    ]

    @Shared
    List<Page> pages = Page.all()

    @Shared
    List<Snippet> snippets = pages*.snippets.flatten()

    def "the pages are found"() {
        expect:
        pages*.name.containsAll(['README.md', 'docs/adr/README.md', 'docs/films.md', 'auth-domain/README.md'])
    }

    def "each snippet says what it is"() {
        given:
        List<String> unclear = pages.collectMany { page -> page.indented.collect { "$page.name:$it" } } + snippets.findAll { !it.known }*.toString()

        expect:
        unclear.empty
    }

    def "what is shown as printed has something before it that prints"() {
        given:
        List<Snippet> printed = pages.collectMany { page -> page.run.collect { page.outputOf(it) } }.findAll()
        List<String> idle = (snippets.findAll { it.output } - printed)*.toString()

        expect:
        idle.empty
    }

    def "a drawing is no command"() {
        given:
        List<String> commands = snippets.findAll { it.drawing && it.text =~ /(?m)^(\$ |bin\/|auth-cli |auth-server|curl |docker |kubectl |mvn )/ }*.toString()

        expect:
        commands.empty
    }

    def "#snippet stands in #snippet.source word for word"() {
        given:
        List<String> source = lines(Files.readString(Page.REPOSITORY.resolve(snippet.source)))
        int at = Collections.indexOfSubList(source, lines(snippet.text))

        expect:
        at >= 0

        where:
        snippet << snippets.findAll { it.source }
    }

    def "a dependency is on a module that there is, as it is now: #snippet"() {
        given:
        String parent = Files.readString(Page.REPOSITORY.resolve('pom.xml'))
        List<String> ours = values(parent, 'module').collect { "${values(parent, 'groupId')[0]}:$it:${values(parent, 'version')[0]}".toString() }
        List<String> named = ['groupId', 'artifactId', 'version'].collect { values(snippet.text, it) }.transpose()*.join(':')

        expect:
        named
        ours.containsAll(named)

        where:
        snippet << snippets.findAll { it.pom }
    }

    def "what is typed by hand is listed here, and nothing else"() {
        given:
        Map<String, List<String>> typed = snippets.findAll { it.byHand }.groupBy { it.page }
            .collectEntries { page, blocks -> [page, blocks.collectMany { commands(it) }] }

        expect:
        typed == BY_HAND
    }

    def "and what is ours of it is there, with its options: #command"() {
        given:
        List<String> words = command.tokenize()
        String program = words.find { it.startsWith('bin/') }
        String script = Files.readString(['', 'auth-bootstrap/src/dist/'].collect { Page.REPOSITORY.resolve(it + program) }.find { Files.exists(it) })

        expect:
        words.findAll { it.startsWith('--') }.every { script.contains(it) }

        where:
        command << BY_HAND.values().flatten().findAll { it =~ /(^| )bin\// }
    }

    def "each link leads to a file or to a part of a page"() {
        given:
        List<String> dead = pages.collectMany { page -> page.links.findAll { !leads(page, it) }.collect { "$page.name: $it".toString() } }

        expect:
        dead.empty
    }

    def "each type that docs/architecture.md names is there"() {
        given:
        String page = Files.readString(Page.REPOSITORY.resolve('docs/architecture.md'))
        List<String> named = (page =~ /`(?:\w+\/)*([A-Z]\w+[a-z][A-Z]\w+)/).collect { it[1] as String }
        List<String> sources = []
        Page.walk(~/.+\.(java|groovy)/) { sources << it.name.replaceFirst(/\..+/, '') }
        List<String> missing = named - sources

        expect:
        named.size() > 10
        missing.empty
    }

    private static List<String> lines(String text) {
        text.readLines()*.strip().findAll()
    }

    private static List<String> values(String xml, String tag) {
        (xml =~ /<$tag>(.+?)<\/$tag>/).collect { it[1] as String }
    }

    private static List<String> commands(Snippet block) {
        block.text.readLines().findAll { !it.startsWith('#') }.collect { it.replaceAll(/\s+# .*/, '').strip() }.findAll()
    }

    private boolean leads(Page page, String link) {
        if (link =~ /^(https?|mailto):/) {
            return true
        }
        List<String> parts = link.split('#', 2) as List
        def file = parts[0] ? Page.REPOSITORY.resolve(page.name).resolveSibling(parts[0]).normalize() : Page.REPOSITORY.resolve(page.name)
        String name = Page.REPOSITORY.relativize(file)
        Files.exists(file) && (parts.size() == 1 || pages.find { it.name == name }?.anchors?.contains(parts[1]))
    }
}
