package io.cinema.auth.devkit

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

class ServerProcessSpec extends Specification {

    @TempDir
    Path directory

    def "what ignores SIGINT, as a JVM does that a script started in the background, is terminated without a wait"() {
        given:
        Process stubborn = ['sh', '-c', 'trap "" INT; echo ready; while :; do sleep 0.1; done', directory.toString()].execute()
        assert stubborn.inputReader().readLine() == 'ready'
        Path pidFile = Files.writeString(directory.resolve('pid'), "${stubborn.pid()}")

        when:
        long began = System.nanoTime()
        ServerProcess.find(pidFile, Path.of('/bin/sh').toRealPath().fileName.toString(), directory).orElseThrow().terminate()

        then: 'it died of SIGTERM; what is gone for the system may still wait for this JVM to reap it'
        stubborn.waitFor(10, TimeUnit.SECONDS)
        stubborn.exitValue() == 128 + 15
        Duration.ofNanos(System.nanoTime() - began) < Duration.ofSeconds(10)

        cleanup:
        stubborn?.destroyForcibly()
    }
}
