package io.cinema.auth.devkit.social

import com.nimbusds.jose.util.JSONObjectUtils
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers
import java.security.MessageDigest
import java.time.Duration

/** An application that signs people in at a provider, in the plainest way: so it sees everything. */
class RelyingParty implements AutoCloseable {

    static final URI HOME = URI.create('https://cinema.example/callback?from=there')

    static final Duration PATIENCE = Duration.ofSeconds(5)

    final FakeProvider provider
    final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()
    final String verifier = 'v' * 43
    final String state = 'state & more'

    RelyingParty(FakeProvider provider) {
        this.provider = provider
    }

    /** One of each. */
    static List<RelyingParty> ofAll() {
        [FakeYandex, FakeVk, FakeMailru, FakeGithub, FakeGoogle, FakeOidc].collect {
            new RelyingParty(it.open(HOME))
        }
    }

    /** Where it sends the browser; a change to null leaves the parameter out. */
    URI authorizationUri(Map<String, String> changes = [:]) {
        Map sent = [
            response_type        : 'code',
            client_id            : provider.clientId(),
            redirect_uri         : HOME.toString(),
            scope                : scope(),
            state                : state,
            code_challenge       : s256(verifier),
            code_challenge_method: 'S256'
        ] + additions() + changes
        Parameters.append(provider.authorizationEndpoint(), present(sent))
    }

    /** What comes back with somebody who said yes. */
    Map<String, String> consented(FakePerson person = FakePerson.thomas(), Map<String, String> changes = [:]) {
        query(provider.consent(authorizationUri(changes), person))
    }

    /** Trades the code in. */
    HttpResponse<String> token(Map<String, String> returned, Map<String, String> changes = [:], Map<String, String> headers = [:]) {
        Map form = [
            grant_type   : 'authorization_code',
            code         : returned.code,
            redirect_uri : HOME.toString(),
            client_id    : provider.clientId(),
            client_secret: provider.clientSecret(),
            code_verifier: verifier
        ]
        if (provider instanceof FakeVk) {
            form += [device_id: returned.device_id, state: returned.state]
        }
        post(provider.tokenEndpoint(), form + changes, [Accept: 'application/json'] + headers)
    }

    /** The answer to a whole flow, as JSON. */
    Map<String, Object> tokens(FakePerson person = FakePerson.thomas(), Map<String, String> changes = [:]) {
        json(token(consented(person, changes)))
    }

    /** Asks who it is, as the provider wants to be asked. */
    HttpResponse<String> userInfo(String token) {
        if (provider instanceof FakeVk) {
            return post(provider.userInfoEndpoint(), [client_id: provider.clientId(), access_token: token])
        }
        get(provider.userInfoEndpoint(), [Authorization: "${provider instanceof FakeYandex ? 'OAuth' : 'Bearer'} $token"])
    }

    HttpResponse<String> get(URI address, Map<String, String> headers = [:]) {
        send(HttpRequest.newBuilder(address), headers)
    }

    HttpResponse<String> post(URI address, Map<String, String> form, Map<String, String> headers = [:]) {
        def body = BodyPublishers.ofString(Parameters.encode(present(form)))
        send(HttpRequest.newBuilder(address).POST(body), ['Content-Type': 'application/x-www-form-urlencoded'] + headers)
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> headers) {
        headers.each { name, value -> request.setHeader(name, value) }
        http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString())
    }

    static Map<String, Object> json(HttpResponse<String> answer) {
        JSONObjectUtils.parse(answer.body())
    }

    static Map<String, String> query(URI address) {
        Parameters.parse(address.rawQuery).values()
    }

    private String scope() {
        switch (provider) {
            case FakeYandex: return 'login:email login:info'
            case FakeVk: return 'vkid.personal_info email'
            case FakeGithub: return 'read:user user:email'
            default: return 'openid email profile'
        }
    }

    private Map<String, String> additions() {
        switch (provider) {
            case FakeMailru: return [provider: 'mail_ru']
            case FakeOidc: return [nonce: 'a nonce']
            default: return [:]
        }
    }

    private static Map<String, String> present(Map<String, String> sent) {
        sent.findAll { it.value != null }.collectEntries { [it.key, it.value as String] }
    }

    static String s256(String verifier) {
        byte[] hash = MessageDigest.getInstance('SHA-256').digest(verifier.bytes)
        Base64.urlEncoder.withoutPadding().encodeToString(hash)
    }

    @Override
    void close() {
        http.shutdownNow()
        provider.close()
    }

    @Override
    String toString() {
        provider.class.simpleName
    }
}
