package io.cinema.auth.adapter.oauth

import io.cinema.auth.adapter.oauth.http.GuardedHttp
import io.cinema.auth.adapter.oauth.http.HttpLimits
import io.cinema.auth.contracts.IdentityProviderContract
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.NetworkDefect
import io.cinema.auth.contracts.fixture.SocialPerson
import io.cinema.auth.devkit.social.Defect
import io.cinema.auth.devkit.social.FakePerson
import io.cinema.auth.devkit.social.FakeProvider
import io.cinema.auth.domain.account.EmailAddress
import io.cinema.auth.domain.account.PersonName
import io.cinema.auth.domain.port.IdentityProvider
import io.cinema.auth.domain.social.Returned
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.social.ProviderName
import io.cinema.auth.domain.social.SocialIdentity
import io.cinema.auth.domain.social.SocialProfile
import java.time.Duration
import spock.lang.AutoCleanup

/** The contract, against a fake of the network. */
abstract class FakeNetworkSpec extends IdentityProviderContract {
    protected final MutableClock clock = new MutableClock()

    @AutoCleanup
    FakeProvider fake = open(REDIRECT_URI)

    protected final List<GuardedHttp> open = []

    abstract FakeProvider open(URI redirectUri)

    abstract ProviderSettings settings()

    /** The endpoints of the fake by the contract's names. */
    abstract Map<String, URI> places()

    def cleanup() {
        open*.close()
    }

    @Override
    IdentityProvider provider(Duration patience) {
        IdentityProviders.of([settings()], httpOf(patience), clock).first()
    }

    /** Closed after the feature. */
    protected GuardedHttp httpOf(Duration patience = PATIENCE) {
        def http = new GuardedHttp(new HttpLimits(HttpLimits.DEFAULT.connect(), patience, HttpLimits.DEFAULT.longestBody()))
        open << http
        http
    }

    protected ProviderSettings basics() {
        ProviderSettings.of(name(), clientId(), Secret.of(clientSecret()))
    }

    @Override
    Returned consent(URI authorizationUri, SocialPerson person) {
        def back = parameters(fake.consent(authorizationUri, new FakePerson(person.subject(), person.email(),
                person.emailVerified(), person.nickname(), person.firstName(), person.lastName())))
        assert back.state == parameters(authorizationUri).state
        new Returned(Secret.of(back.code), back.device_id, back.iss)
    }

    @Override
    String clientId() {
        fake.clientId()
    }

    @Override
    String clientSecret() {
        fake.clientSecret()
    }

    @Override
    boolean givesIdTokens() {
        false
    }

    @Override
    Set<String> endpoints() {
        places().keySet()
    }

    @Override
    void breakBy(NetworkDefect defect, String endpoint) {
        fake.breakBy(Defect.valueOf(defect.name()), places()[endpoint])
    }

    @Override
    void mend() {
        fake.mend()
    }

    @Override
    void stopNetwork() {
        fake.stop()
    }

    @Override
    void startNetwork() {
        fake.start()
    }

    @Override
    int requestsElsewhere() {
        fake.requestsElsewhere()
    }

    protected SocialProfile told(SocialPerson person, String issuer, boolean verified, String nickname) {
        new SocialProfile(new SocialIdentity(name(), issuer, person.subject()),
                person.email() == null ? null : EmailAddress.of(person.email()), verified, nickname,
                new PersonName(person.firstName(), person.lastName()))
    }
}
