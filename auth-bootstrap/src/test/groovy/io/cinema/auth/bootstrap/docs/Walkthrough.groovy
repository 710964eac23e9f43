package io.cinema.auth.bootstrap.docs

import io.cinema.auth.adapter.rest.problem.Problem
import io.cinema.auth.bootstrap.film.Cinema
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.regex.Pattern

/** Runs what a page has to be typed, in one shell and in its order, and keeps what came of each block. */
final class Walkthrough {
    private static final long PATIENCE_SECONDS = 180

    private final Page page
    private final Path folder
    private final int port
    private int exit
    private String complaints

    private Walkthrough(Page page, Path folder, int port) {
        this.page = page
        this.folder = folder
        this.port = port
    }

    static Walkthrough of(Page page, Installation installation, Path folder) {
        Walkthrough walk = new Walkthrough(page, folder, installation.port)
        page.snippets.findAll { it.file }.each { Files.writeString(folder.resolve(it.file), it.text) }
        if (page.run.any { it.text =~ /auth-film-etl|AUTH_FILMS_/ }) {
            walk.bringFilms(installation.films)
        }
        new Backstage(installation, folder).withCloseable { walk.run(it.prelude) }
        walk
    }

    private void bringFilms(Cinema films) {
        Path data = Files.createDirectories(folder.resolve('data'))
        Files.writeString(data.resolve('dev.env'), "AUTH_FILMS_OPENSEARCH_URL=$films.openSearch\n")
        Files.writeString(data.resolve('films.env'), films.environment.collect { "$it.key='$it.value'\n" }.join(''))
        Files.copy(Cinema.EXCERPT, folder.resolve('movies.json'))
    }

    private void run(String prelude) {
        String script = prelude + page.run.collect { """
            # --- $it
            exec >'${output(it)}'
            STATUSES='${statuses(it)}'
            """.stripIndent() + it.text.replace('localhost:8080', "localhost:$port") }.join('')
        Path file = Files.writeString(folder.resolve('page.sh'), script)
        Path errors = folder.resolve('errors')
        Process bash = new ProcessBuilder('bash', file.toString()).directory(folder.toFile())
            .redirectInput(new File('/dev/null')).redirectError(errors.toFile()).start()
        boolean ended = bash.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        bash.destroyForcibly()
        complaints = Files.readString(errors)
        exit = ended ? bash.exitValue() : -1
    }

    /** What is wrong with what came, or with the page: nothing, if all is well. */
    List<String> getFaults() {
        List<String> faults = page.run.collectMany { problems(it) + differences(it) }
        exit == 0 ? faults : faults + "ended with $exit in ${page.run.findAll { Files.exists(output(it)) }.last()}: $complaints".toString()
    }

    /** A call is refused where a comment beside it names the problem, and nowhere else. */
    private List<String> problems(Snippet block) {
        List<Integer> refused = Files.exists(statuses(block)) ? Files.readAllLines(statuses(block)).findAll { it =~ /^[45]\d\d$/ }*.toInteger() : []
        List<Integer> announced = block.comments.collect { comment -> Problem.values().find { it.slug() == comment }?.status() }.findAll()
        refused == announced ? [] : ["$block: refused with $refused, announced are $announced: ${said(block)}".toString()]
    }

    private List<String> differences(Snippet block) {
        Snippet shown = page.outputOf(block)
        shown == null || matches(shown.text, said(block)) ? [] : ["$shown shows\n$shown.text\nand this came:\n${said(block)}".toString()]
    }

    /** Whether it reads as shown, where {@code …} stands for any text, and on a line of its own for any lines. */
    static boolean matches(String shown, String came) {
        String pattern = shown.readLines().collect { line ->
            line.trim() == '…' ? '(?:.*\n)*?' : line.stripTrailing().split('…', -1).collect { Pattern.quote(it) }.join('.*') + '\n'
        }.join('')
        came.readLines().collect { it.stripTrailing() + '\n' }.join('').matches(pattern)
    }

    private String said(Snippet block) {
        Files.exists(output(block)) ? Files.readString(output(block)).replace("localhost:$port", 'localhost:8080') : ''
    }

    private Path output(Snippet block) {
        folder.resolve("${block.line}.out")
    }

    private Path statuses(Snippet block) {
        folder.resolve("${block.line}.statuses")
    }
}
