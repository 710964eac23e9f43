package io.cinema.auth.bootstrap.description

import io.cinema.auth.adapter.rest.problem.Problem
import io.cinema.auth.bootstrap.fixture.Answer
import io.cinema.auth.bootstrap.fixture.FunctionalSpec

class ProblemPagesSpec extends FunctionalSpec {

    def "the address that names #slug is a page that explains it"() {
        when:
        Answer answer = api.get("//problems/$slug")

        then:
        answer.status == 200
        answer.header('Content-Type').startsWith('text/html')
        answer.text.startsWith('<!doctype html>')
        answer.text.contains('<h1>')
        answer.text.contains("<title>$title</title>")
        answer.text.contains(status as String)

        where:
        problem << Problem.values().toList()
        slug = problem.slug()
        title = problem.title()
        status = problem.status()
    }

    def "a browser gets it, too"() {
        expect:
        api.with('Accept', 'text/html,application/xhtml+xml,*/*;q=0.8').get('//problems/token-expired').status == 200
    }

    def "a problem that there is not has no page"() {
        expect:
        api.get('//problems/nothing').problem == 'not-found'
    }

    def "docs/problems has a page for each problem, and none without one"() {
        expect:
        new File('../docs/problems').list().findAll { it != 'README.md' }.sort() == Problem.values().collect { it.slug() + '.md' }.sort()
    }

    def "docs/problems/README.md lists them all, with status and title"() {
        expect:
        new File('../docs/problems/README.md').readLines().findAll { it.startsWith('| [') } ==
            Problem.values().sort(false) { it.slug() }.collect { "| [`${it.slug()}`](${it.slug()}.md) | ${it.status()} | ${it.title()} |".toString() }
    }
}
