package io.cinema.auth.devkit

import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.TimeUnit

/** DevBackends as bin/run has it: a JVM of its own at the other end of a pipe. */
class DevBackendsProcess implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60)

    final Path data
    final Process process

    private DevBackendsProcess(Path data, String... arguments) {
        this.data = data
        this.process = new ProcessBuilder([
            Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-Xmx64m', '-XX:TieredStopAtLevel=1',
            '-cp', System.getProperty('java.class.path'), DevBackends.name, *arguments,
        ]).start()
    }

    static DevBackendsProcess ready(Path data, String... options) {
        DevBackendsProcess backends = on(data, options)
        assert backends.says() == 'backends ready'
        backends
    }

    static DevBackendsProcess on(Path data, String... options) {
        new DevBackendsProcess(data, data.toString(), *options)
    }

    static DevBackendsProcess withoutArguments() {
        new DevBackendsProcess(null)
    }

    String says() {
        process.inputReader().readLine()
    }

    int exit() {
        assert process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        process.exitValue()
    }

    /** Lets go of the pipe. */
    @Override
    void close() {
        process.outputStream.close()
        exit()
    }

    Map<String, String> env() {
        new EnvFile(data.resolve('dev.env')).read()
    }

    /** The postmaster and the Redis of now. */
    List<ProcessHandle> servers() {
        ['postgres/cluster/postmaster.pid', 'redis/redis.pid'].collect { server(it) }
    }

    ProcessHandle server(String pidFile) {
        ProcessHandle.of(data.resolve(pidFile).toFile().readLines().first().toLong()).orElseThrow()
    }

    /** A zombie that no init reaps is as gone as can be. */
    static boolean runs(ProcessHandle process) {
        process.alive && process.info().command().present
    }

    public <T> T asApp(Closure<T> work) {
        Map<String, String> env = env()
        Database.query(env.AUTH_DATABASE_URL, env.AUTH_DATABASE_USER, env.AUTH_DATABASE_PASSWORD, work)
    }

    public <T> T asOwner(Closure<T> work) {
        Map<String, String> env = env()
        Database.query(env.AUTH_DATABASE_URL, env.AUTH_MIGRATION_USER, env.AUTH_MIGRATION_PASSWORD, work)
    }
}
