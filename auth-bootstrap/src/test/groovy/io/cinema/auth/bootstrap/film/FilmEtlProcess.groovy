package io.cinema.auth.bootstrap.film

import io.cinema.auth.bootstrap.AuthFilmEtl
import java.nio.file.Path
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.TimeUnit

/** The process as production starts it: it can be killed. */
final class FilmEtlProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60

    final Process process
    private final Queue<String> output = new ConcurrentLinkedQueue<>()
    private final Thread listener

    FilmEtlProcess(Map<String, String> environment, String... words) {
        ProcessBuilder builder = new ProcessBuilder(
            Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-Xmx128m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC',
            '-cp', System.getProperty('java.class.path'), AuthFilmEtl.name, *words)
        builder.environment().keySet().removeIf { it.startsWith('AUTH_') }
        builder.environment().putAll(environment)
        builder.redirectErrorStream(true)
        this.process = builder.start()
        Runtime.runtime.addShutdownHook(new Thread({ process.destroyForcibly() }))
        this.listener = Thread.ofVirtual().start { process.inputReader().eachLine { line -> output << line } }
    }

    List<String> getSaid() {
        output.toList()
    }

    /** Waits until it has ended by itself. */
    int ended() {
        assert process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        listener.join(1000)
        process.exitValue()
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly()
        ended()
    }

    /** SIGTERM. */
    @Override
    void close() {
        process.destroy()
        ended()
    }
}
