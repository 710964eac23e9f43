package io.cinema.auth.bootstrap.description

import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec

/** The page on which people try the API. */
class DocsSpec extends FunctionalSpec {

    def "it is there for a browser, #address"() {
        when:
        Answer answer = api.with('Accept', 'text/html').get(address)

        then:
        answer.status in [200, 301, 302, 303, 307, 308]
        answer.status != 200 || answer.header('Content-Type').startsWith('text/html')

        where:
        address << ['//docs/', '//docs', '//docs/index.html']
    }

    def "it shows our description and loads nothing from another host"() {
        given:
        String page = api.get('//docs/').text

        expect:
        page.contains('/openapi.yaml')
        loaded(page).size() >= 4
        loaded(page).every { !(it =~ /^(https?:)?\/\//) }
        loaded(page).every { api.get(resolved(it)).status == 200 }
        !(page =~ /(?i)(@import|url\()\s*['"]?(https?:)?\/\//)
    }

    def "nor does its style"() {
        given:
        List<String> styles = loaded(api.get('//docs/').text).findAll { it.endsWith('.css') }

        expect:
        styles
        styles.every { !(api.get(resolved(it)).text =~ /(?i)(@import|url\()\s*['"]?(https?:)?\/\//) }
    }

    def "it asks no validator elsewhere for a badge"() {
        expect:
        api.get('//docs/').text =~ /validatorUrl['"]?\s*:\s*(null|''|""|['"]none['"]|false)/
    }

    /** What it names in its tags and in the script that makes more of them. */
    private static List<String> loaded(String page) {
        List<String> named = (page =~ /(?:src|href)\s*=\s*["']([^"']+)["']/).collect { it[1] as String }
        List<String> scripted = (page =~ /["']([^"'\s]+\.(?:js|css|png|yaml))["']/).collect { it[1] as String }
        (named + scripted).unique().findAll { !it.startsWith('#') && !it.startsWith('data:') }
    }

    private static String resolved(String reference) {
        '/' + URI.create('/docs/').resolve(reference).path
    }
}
