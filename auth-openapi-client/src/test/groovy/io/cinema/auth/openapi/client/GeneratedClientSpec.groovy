package io.cinema.auth.openapi.client

import dev.samstevens.totp.code.DefaultCodeGenerator
import io.cinema.auth.openapi.client.fixture.Client
import io.cinema.auth.openapi.client.fixture.Service
import io.cinema.auth.openapi.client.model.BeginSocialSignIn
import io.cinema.auth.openapi.client.model.ChangeAccount
import io.cinema.auth.openapi.client.model.ChangeAllowedAgents
import io.cinema.auth.openapi.client.model.ChangePassword
import io.cinema.auth.openapi.client.model.Check
import io.cinema.auth.openapi.client.model.Checks
import io.cinema.auth.openapi.client.model.ConfirmTotp
import io.cinema.auth.openapi.client.model.EnrolTotp
import io.cinema.auth.openapi.client.model.FactorProof
import io.cinema.auth.openapi.client.model.Login
import io.cinema.auth.openapi.client.model.LoginHistory
import io.cinema.auth.openapi.client.model.Permissions
import io.cinema.auth.openapi.client.model.Problem
import io.cinema.auth.openapi.client.model.Refresh
import io.cinema.auth.openapi.client.model.Role
import io.cinema.auth.openapi.client.model.RoleForm
import io.cinema.auth.openapi.client.model.SecondStep
import io.cinema.auth.openapi.client.model.SignUp
import io.cinema.auth.openapi.client.model.Tokens
import io.cinema.auth.openapi.client.model.TotpSetup
import io.cinema.auth.openapi.client.model.User
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Who knows the service by its description alone can use it, from sign-up to logout. */
class GeneratedClientSpec extends Specification {
    @Shared
    @AutoCleanup
    Service service = new Service()

    @Shared
    Client anybody = new Client(service.address)

    @Shared
    SignUp chief = new SignUp().login('chief').password('there is no spoon at all')

    SignUp form
    User user
    Tokens tokens
    Client client

    def setupSpec() {
        service.createSuperuser(chief.login, chief.password)
    }

    def setup() {
        String login = "viewer-${UUID.randomUUID().toString().take(8)}"
        form = new SignUp().login(login).email("$login@example.com").password("the pass phrase of $login")
        user = anybody.accounts.signUp(form)
        tokens = anybody.signIn(form)
        client = anybody.with(tokens)
    }

    def "somebody signs up, signs in and sees the own account"() {
        when:
        User me = client.accounts.readMe()

        then:
        me.id == user.id && me.login == form.login && me.email == form.email
        me.firstName == null && !me.isSuperuser && !me.totpEnabled && me.roles == []
        Duration.between(me.createdAt, me.lastLogin) >= Duration.ZERO
        tokens.tokenType == 'Bearer' && tokens.expiresIn == 900 && tokens.refreshExpiresIn > 900
    }

    def "a name is set, left alone and cleared: what is absent differs from null"() {
        expect:
        client.accounts.changeMe(new ChangeAccount().firstName('Thomas').lastName('Anderson')).with { firstName == 'Thomas' && lastName == 'Anderson' }
        client.accounts.changeMe(new ChangeAccount().firstName(null)).with { firstName == null && lastName == 'Anderson' }
        client.accounts.changeMe(new ChangeAccount().email("new-$form.email").currentPassword(form.password)).email == "new-$form.email".toString()
    }

    def "a form that breaks rules is told what is wrong with each field"() {
        when:
        Problem problem = anybody.refusal { anybody.accounts.signUp(new SignUp().login('n').email('no address').password(form.password)) }

        then:
        problem.status == 422
        problem.errors.collectEntries { [it.field, it.rule] } == [login: 'too_short', email: 'not_an_email']
        problem.errors.every { it.message }
        anybody.refused { anybody.accounts.signUp(form) } == 'login-taken'
    }

    def "the password changes: the old one opens nothing, this session goes on with its refresh token"() {
        when:
        client.accounts.changePassword(new ChangePassword().currentPassword(form.password).newPassword('a phrase that nobody knows'))

        then:
        anybody.refused { anybody.signIn(form) } == 'invalid-credentials'
        client.refused { client.accounts.readMe() } == 'token-revoked'

        when:
        Tokens next = anybody.tokens.refresh(new Refresh().refreshToken(tokens.refreshToken))

        then:
        next.sessionId == tokens.sessionId
        client.with(next).accounts.readMe().id == user.id
    }

    def "devices are seen and signed out"() {
        given:
        Tokens phone = anybody.signIn(form)
        Tokens tablet = anybody.signIn(form)

        expect:
        client.sessions.listSessions().items.collectEntries { [it.id, it.current] } ==
            [(tablet.sessionId): false, (phone.sessionId): false, (tokens.sessionId): true]

        when:
        client.sessions.endSession(phone.sessionId)

        then:
        client.refused { client.with(phone).accounts.readMe() } == 'token-revoked'
        client.refused { client.sessions.endSession(UUID.randomUUID()) } == 'not-found'

        when:
        client.sessions.endSessions('current')

        then:
        client.sessions.listSessions().items*.id == [tokens.sessionId]
        anybody.refused { anybody.tokens.refresh(new Refresh().refreshToken(tablet.refreshToken)) } == 'session-ended'
    }

    def "the login history is read part by part"() {
        given:
        anybody.refused { anybody.tokens.login(new Login().login(form.login).password('not the pass phrase')) }

        when:
        LoginHistory newest = client.history.readLogins(1, null)
        LoginHistory rest = client.history.readLogins(20, newest.nextCursor)

        then:
        newest.items*.result == ['wrong_password'] && newest.items.first().sessionId == null
        rest.items.collect { [it.result, it.method, it.sessionId] } == [['success', 'password', tokens.sessionId]]
        rest.nextCursor == null
    }

    def "refresh gives a new pair for the same session; one that was used up long ago ends it"() {
        given:
        Tokens second = anybody.tokens.refresh(new Refresh().refreshToken(tokens.refreshToken))

        expect:
        second.sessionId == tokens.sessionId && second.refreshToken != tokens.refreshToken

        when:
        service.clock.advance(Duration.ofMinutes(1))

        then:
        anybody.refused { anybody.tokens.refresh(new Refresh().refreshToken(tokens.refreshToken)) } == 'session-ended'
        client.refused { client.with(second).accounts.readMe() } == 'token-revoked'
    }

    def "an authenticator app is set up, asked for at sign-in, and turned off"() {
        when:
        TotpSetup setup = client.secondFactor.enrolTotp(new EnrolTotp().password(form.password))
        List<String> recovery = client.secondFactor.confirmTotp(new ConfirmTotp().code(code(setup))).recoveryCodes

        then:
        setup.otpauthUri.scheme == 'otpauth' && setup.qrPngBase64.length > 100
        recovery.size() == 10

        when:
        Problem asked = anybody.refusal { anybody.signIn(form) }

        then:
        asked.type.path == '/problems/mfa-required'
        asked.methods*.toString() == ['totp', 'recovery_code'] && asked.expiresIn > 0

        when:
        service.clock.advance(Duration.ofSeconds(30))
        Tokens passed = anybody.tokens.passSecondFactor(new SecondStep().mfaToken(asked.mfaToken).code(code(setup)))
        Client with = client.with(passed)

        then:
        with.secondFactor.readTotp().with { enabled && enabledAt != null && recoveryCodesLeft == 10 }
        with.accounts.readMe().totpEnabled

        when:
        with.secondFactor.disableTotp(new FactorProof().password(form.password).recoveryCode(recovery.first()))

        then:
        with.secondFactor.readTotp().with { !enabled && enabledAt == null && recoveryCodesLeft == 0 }
        anybody.signIn(form).accessToken
    }

    def "social networks are listed, the linked ones and those to sign in with"() {
        expect:
        anybody.socialNetworks.listSocialProviders().items == []
        client.socialNetworks.listSocialLinks().items == []
        anybody.refused { anybody.socialNetworks.beginSocialSignIn('yandex', new BeginSocialSignIn()) } == 'not-found'
    }

    def "user agents are allowed"() {
        expect:
        client.accounts.changeAllowedAgents(new ChangeAllowedAgents().allowedAgents(['Java-http-client/*'])).allowedAgents == ['Java-http-client/*']
        client.accounts.readAllowedAgents().allowedAgents == ['Java-http-client/*']
        anybody.signIn(form).accessToken
    }

    def "an administrator makes a role, grants it, changes it, takes it away and deletes it"() {
        given:
        Client admin = anybody.with(anybody.signIn(chief))
        RoleForm wanted = new RoleForm().roleName("role-${UUID.randomUUID()}").permissionSet(['films:watch:subscription'])

        when:
        Role role = admin.roles.createRole(wanted)
        admin.roles.grantRole(user.id, role.id)
        Client holder = anybody.with(anybody.signIn(form))
        Permissions held = holder.access.readMyPermissions()

        then:
        role.description == '' && admin.roles.readRole(role.id) == role && role in admin.roles.listRoles().items
        held == admin.access.readUserPermissions(user.id)
        held.userId == user.id && held.roles == [role.roleName] && held.permissions == ['films:watch:subscription']
        admin.refused { admin.roles.createRole(wanted) } == 'role-name-taken'
        holder.refused { holder.roles.createRole(wanted) } == 'forbidden'

        when:
        admin.roles.changeRole(role.id, wanted.addPermissionSetItem('films:read').description('Who pays'))

        then:
        holder.access.readMyPermissions().permissions == ['films:read', 'films:watch:subscription']

        when:
        admin.roles.revokeRole(user.id, role.id)
        admin.roles.deleteRole(role.id)

        then:
        admin.access.readUserPermissions(user.id).roles == []
        admin.refused { admin.roles.readRole(role.id) } == 'not-found'
        admin.audit.readAuditEvents(null, role.id.toString(), null, 'done', null, null, 10, null).items*.action ==
            ['role.deleted', 'role.changed', 'role.created']
    }

    def "it is decided who may watch what"() {
        given:
        List<Check> checks = [new Check().label('public'), new Check().label('subscription'), new Check().permission('roles:read')]

        expect:
        client.access.checkAccess(new Checks().checks(checks)).results.collect { [it.allowed, it.reason] } ==
            [[true, 'public'], [false, 'permission-missing'], [false, 'permission-missing']]
        client.refused { client.access.checkAccess(new Checks().checks(checks).userId(UUID.randomUUID())) } == 'forbidden'
    }

    def "an administrator finds an account, disables and enables it, and signs it out"() {
        given:
        Client admin = anybody.with(anybody.signIn(chief))

        expect:
        admin.users.findUsers(form.login, 10, null).items*.id == [user.id]
        admin.history.readUserLogins(user.id, 10, null).items*.sessionId == [tokens.sessionId]

        when:
        admin.users.disableUser(user.id)

        then:
        admin.users.readUser(user.id).disabledAt != null
        anybody.refused { anybody.signIn(form) } == 'account-disabled'

        when:
        admin.users.enableUser(user.id)
        Client back = anybody.with(anybody.signIn(form))

        then:
        admin.users.readUser(user.id).disabledAt == null

        when:
        admin.users.signOutUser(user.id)

        then:
        back.refused { back.accounts.readMe() } == 'token-revoked'
    }

    def "a token that is no good is told so, each in its way"() {
        expect:
        anybody.refused { anybody.accounts.readMe() } == 'token-missing'
        anybody.refused { anybody.with('abc').accounts.readMe() } == 'token-invalid'

        when:
        service.clock.advance(Duration.ofMinutes(16))

        then:
        client.refused { client.accounts.readMe() } == 'token-expired'
    }

    def "after logout both tokens are dead"() {
        when:
        client.tokens.logout()

        then:
        client.refused { client.accounts.readMe() } == 'token-revoked'
        anybody.refused { anybody.tokens.refresh(new Refresh().refreshToken(tokens.refreshToken)) } == 'session-ended'
    }

    private String code(TotpSetup setup) {
        new DefaultCodeGenerator().generate(setup.secret, service.clock.instant().epochSecond.intdiv(30))
    }
}
