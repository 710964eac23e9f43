package io.cinema.auth.bootstrap.docs

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import io.cinema.auth.bootstrap.AuthFilmEtl
import io.cinema.auth.bootstrap.fixture.Shell
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration

/**
 * Stands in for what a page types besides curl: auth-cli runs in this JVM, on the installation; time passes on its clock, not
 * on the machine's, and one-time codes are of that time.
 */
final class Backstage implements AutoCloseable {
    private final Installation installation
    private final Path folder
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)

    /** @param folder where the page's commands run */
    Backstage(Installation installation, Path folder) {
        this.installation = installation
        this.folder = folder
        answer('/cli') { String call -> command(folder.resolve(call)) }
        answer('/sleep') { String seconds -> installation.clock.advance(Duration.ofSeconds(seconds as long)); '' }
        answer('/now') { String _ -> installation.clock.instant().toString() }
        server.start()
        script('auth-cli', AUTH_CLI)
        script('auth-film-etl', AUTH_FILM_ETL)
    }

    private void script(String name, String text) {
        Path file = Files.writeString(Files.createDirectories(folder.resolve('bin')).resolve(name), text)
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString('rwx------'))
    }

    private static final String AUTH_CLI = '''\
        #!/usr/bin/env bash
        set -euo pipefail
        call=$(mktemp -d "$FOLDER/call.XXXX")
        printf '%s\\0' "$@" >"$call/words"
        cat >"$call/in"
        code=$(curl -sS "$BACKSTAGE/cli?${call##*/}")
        cat "$call/out"
        cat "$call/err" >&2
        exit "$code"
        '''.stripIndent()

    /** A JVM of its own: this command has no other way to be told its settings. */
    private static final String AUTH_FILM_ETL = """\
        #!/usr/bin/env bash
        set -euo pipefail
        set -a
        source data/films.env
        exec '${System.getProperty('java.home')}/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
          -cp '${System.getProperty('java.class.path')}' $AuthFilmEtl.name "\$@"
        """.stripIndent()

    /** What a page's commands find defined. */
    String getPrelude() {
        """\
        set -euo pipefail
        export FOLDER='$folder' BACKSTAGE='http://localhost:$server.address.port'
        PATH="\$FOLDER/bin:\$PATH"
        curl() { command curl -w '%{stderr}%{http_code}\\n' "\$@" 2>>"\$STATUSES"; }
        sleep() { command curl -s "\$BACKSTAGE/sleep?\$1"; }
        oathtool() { command oathtool --now "\$(command curl -s "\$BACKSTAGE/now" | tr T ' ' | cut -c1-19) UTC" "\$@"; }
        """.stripIndent()
    }

    private String command(Path call) {
        List<String> words = Files.readString(call.resolve('words')).split('\u0000').collect { resolved(it) }
        Shell.Ran ran = installation.command(Files.readString(call.resolve('in')), words)
        Files.writeString(call.resolve('out'), ran.out)
        Files.writeString(call.resolve('err'), ran.err)
        ran.exit
    }

    /** Files are named as seen from the page's folder. */
    private String resolved(String word) {
        Path file = folder.resolve(word)
        Files.isRegularFile(file) ? file : word
    }

    private void answer(String path, Closure<?> work) {
        server.createContext(path) { HttpExchange exchange ->
            byte[] body = work.call(exchange.requestURI.query ?: '').toString().bytes
            exchange.sendResponseHeaders(200, body.length ?: -1)
            exchange.responseBody.withCloseable { it.write(body) }
        }
    }

    @Override
    void close() {
        server.stop(0)
    }
}
