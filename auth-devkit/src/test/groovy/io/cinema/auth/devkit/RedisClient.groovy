package io.cinema.auth.devkit

/** Says one inline command and reads the raw answer: enough to see whether a server is there. */
class RedisClient {

    static final int PATIENCE_MILLIS = 1000

    static String ask(RedisServer server, String command) {
        new Socket().withCloseable { socket ->
            socket.connect(new InetSocketAddress('127.0.0.1', server.port()), PATIENCE_MILLIS)
            socket.soTimeout = PATIENCE_MILLIS
            socket.outputStream << "$command\r\nQUIT\r\n"
            socket.inputStream.getText('UTF-8').strip().readLines().dropRight(1).join('\n')
        }
    }
}
