package io.cinema.auth.bootstrap.docs

import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Types what the pages say, in bash, against the service, and compares what comes with what they show. */
@Requires(reason = 'the pages use curl, jq and oathtool', value = {
    ['bash', 'curl', 'jq', 'oathtool'].every { tool -> System.getenv('PATH').split(':').any { new File(it, tool).canExecute() } }
})
class WalkthroughSpec extends Specification {
    @Shared
    @AutoCleanup
    Installation installation = Installation.forDevelopment()

    @Shared
    @AutoCleanup
    Installation production = Installation.inProduction()

    @TempDir
    Path folder

    def "what #page says works, and prints what it shows"() {
        given:
        String faults = Walkthrough.of(page, page.name == OperatingSpec.PAGE ? production : installation, folder).faults.join('\n')

        expect:
        faults.empty

        where:
        page << Page.all().findAll { it.run }
    }

    def "a page that shows what does not come is found out: '#shown' of '#came' is #verdict"() {
        expect:
        Walkthrough.matches(shown, came) == verdict

        where:
        shown            | came              || verdict
        'a\n'            | 'a\n'             || true
        '{"a": "…"}'     | '{"a": "b"}\n'    || true
        'a'              | 'a\nb'            || false
        'a\n…'           | 'a\nb\nc'         || true
        'a\n…\nc'        | 'a\nb\nb\nc'      || true
        'a…'             | 'a\nb'            || false
        'a.'             | 'ab'              || false
        'a'              | ''                || false
    }

    def "a block that ends badly, prints something else, or is refused unannounced is found out: #page"() {
        given:
        List<String> faults = Walkthrough.of(new Page('wrong.md', page), installation, folder).faults

        expect:
        faults.size() == 1

        where:
        page << [
            "```sh\nfalse\n```",
            "```sh\necho a\n```\n```text output\nb\n```",
            "```sh\ncurl -s http://localhost:8080/api/v1/users/me\n```",
            "```sh\ncurl -s http://localhost:8080/api/v1/users/me  # token-expired\ntrue # account-disabled\n```",
        ]
    }
}
