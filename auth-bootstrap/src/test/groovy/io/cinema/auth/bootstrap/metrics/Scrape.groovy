package io.cinema.auth.bootstrap.metrics

import io.cinema.auth.bootstrap.fixture.RunningService
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

/** What a service tells a Prometheus at one moment. */
final class Scrape {
    private static final HttpClient CLIENT = HttpClient.newHttpClient()

    final String text
    final Map<String, Double> samples = [:]

    private Scrape(String text) {
        this.text = text
        text.readLines().findAll { it && !it.startsWith('#') }.each {
            int space = it.lastIndexOf(' ')
            samples[it.substring(0, space)] = it.substring(space + 1) as double
        }
    }

    static Scrape of(RunningService node) {
        HttpResponse<String> answer = ask(node, "prometheus:$RunningService.METRICS_PASSWORD")
        assert answer.statusCode() == 200: answer.body()
        assert answer.headers().firstValue('content-type').get().startsWith('text/plain')
        new Scrape(answer.body())
    }

    static HttpResponse<String> ask(RunningService node, String credentials, String path = '/prometheus') {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:$node.port$path"))
        if (credentials != null) {
            request.header('Authorization', 'Basic ' + credentials.bytes.encodeBase64())
        }
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString())
    }

    /** Names of metrics, as a Prometheus knows them, with their types. */
    Map<String, String> getTypes() {
        text.readLines().findAll { it.startsWith('# TYPE ') }.collectEntries { it.split(' ').with { [it[2], it[3]] } }
    }

    /** How much a sample grew since. */
    double since(Scrape before, String sample) {
        assert samples.containsKey(sample): samples.keySet().findAll { it.startsWith(sample.takeWhile { c -> c != '{' }) }
        samples[sample] - before.samples.getOrDefault(sample, 0d)
    }
}
