package io.cinema.auth.bootstrap.distribution

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** The archive of this build, unpacked as an operator does it, below a directory with a space in its name. */
final class Installation implements AutoCloseable {
    static final long PATIENCE_SECONDS = 120
    static final File ARCHIVE = archive()

    /** What a program said, and how it ended. */
    record Ended(int code, String out, String err) {}

    final File directory = Files.createTempDirectory('auth distribution').toFile()
    final File home

    Installation() {
        Process unpacking = new ProcessBuilder('tar', 'xzf', ARCHIVE.path).directory(directory).inheritIO().start()
        assert unpacking.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && unpacking.exitValue() == 0
        assert directory.list().length == 1: directory.list()
        this.home = directory.listFiles().first()
    }

    private static File archive() {
        String archive = System.getProperty('auth.distribution')
        assert archive != null: 'these specs run in the phase integration-test, on the archive: bin/test -pl auth-bootstrap -Dit.test=LaunchSpec'
        new File(archive)
    }

    String getVersion() {
        home.name - 'auth-'
    }

    List<File> getJars() {
        file('lib').listFiles().sort()
    }

    /** One of its files. */
    File file(String path) {
        new File(home, path)
    }

    /** Its example of a configuration, as it is. */
    Map<String, String> getExample() {
        file('conf/auth.env.example').readLines().findAll { it ==~ /AUTH_[A-Z_]+=.*/ }.collectEntries { it.split('=', 2).with { [(it[0]): it[1]] } }
    }

    /** A link to a program, by way of another one. */
    File linked(String program) {
        Path links = Files.createDirectories(directory.toPath().resolve('links'))
        Path first = Files.createSymbolicLink(links.resolve("first-$program"), Path.of("../$home.name/bin/$program"))
        Files.createSymbolicLink(links.resolve(program), first.fileName).toFile()
    }

    /** Starts a program of the installation, from another directory, with no variable of ours but these. */
    Process start(File program, Map<String, String> environment, List<String> words = []) {
        ProcessBuilder builder = new ProcessBuilder([program.path, *words]).directory(new File('/'))
        builder.environment().keySet().removeIf { it.startsWith('AUTH_') || it == 'JAVA_HOME' || it == 'JDK_JAVA_OPTIONS' }
        builder.environment().putAll([JAVA_HOME: System.getProperty('java.home')] + environment)
        Process process = builder.start()
        // Whatever a spec forgets or fails over, no child outlives this JVM.
        Runtime.runtime.addShutdownHook(new Thread({ process.destroyForcibly() }))
        process
    }

    Ended run(String program, Map<String, String> environment, String... words) {
        typing('', program, environment, words)
    }

    /** Runs a program that reads this from standard input. */
    Ended typing(String input, String program, Map<String, String> environment, String... words) {
        Process process = start(file("bin/$program"), environment, words.toList())
        StringBuilder out = new StringBuilder(), err = new StringBuilder()
        List<Thread> readers = [process.consumeProcessOutputStream(out), process.consumeProcessErrorStream(err)]
        process.outputStream.withCloseable { it << input }
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        assert ended: "$out$err"
        readers*.join()
        new Ended(process.exitValue(), out.toString(), err.toString())
    }

    @Override
    void close() {
        directory.deleteDir()
    }
}
