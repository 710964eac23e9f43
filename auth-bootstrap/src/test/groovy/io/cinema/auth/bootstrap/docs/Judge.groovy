package io.cinema.auth.bootstrap.docs

import io.cinema.auth.bootstrap.fixture.RunningService
import java.nio.file.Path

/** Somebody else's service, which verifies our tokens as docs/verifying-tokens.md says. */
abstract class Judge implements AutoCloseable {
    static final String AUDIENCE = 'cinema'
    private static final Path SCRIPT = Path.of('src/test/resources/docs/verdicts.mjs')

    /** Who bears it, or that it is refused. */
    abstract String verdict(String token)

    @Override
    void close() {}

    /** In the language that the page is of. */
    static Judge of(String language, String keys) {
        language == 'Java' ? new InJava(keys) : new InNode(keys)
    }

    static boolean knowsNode() {
        System.getenv('PATH').split(':').any { new File(it, 'node').canExecute() }
    }

    private static final class InJava extends Judge {
        private final TokenVerifier verifier

        InJava(String keys) {
            verifier = new TokenVerifier(RunningService.ISSUER, AUDIENCE, URI.create(keys).toURL())
        }

        @Override
        String verdict(String token) {
            try {
                return "ok: ${verifier.verify(token).subject}"
            } catch (java.text.ParseException | com.nimbusds.jose.proc.BadJOSEException | com.nimbusds.jose.JOSEException refused) {
                return "refused: $refused.message"
            }
        }
    }

    private static final class InNode extends Judge {
        private final Process node
        private final Writer tokens
        private final BufferedReader verdicts

        InNode(String keys) {
            node = new ProcessBuilder('node', SCRIPT.toString(), RunningService.ISSUER, AUDIENCE, keys)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start()
            tokens = node.outputWriter()
            verdicts = node.inputReader()
        }

        @Override
        String verdict(String token) {
            tokens.write("$token\n")
            tokens.flush()
            verdicts.readLine()
        }

        @Override
        void close() {
            node.destroyForcibly()
        }
    }
}
