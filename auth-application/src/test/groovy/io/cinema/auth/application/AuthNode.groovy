package io.cinema.auth.application

import io.cinema.auth.application.access.Administrator
import io.cinema.auth.application.access.AdmitAdministrator
import io.cinema.auth.application.access.AdmitAdministratorService
import io.cinema.auth.application.access.AdmitConsoleService
import io.cinema.auth.application.access.CheckAccess
import io.cinema.auth.application.access.CheckAccessService
import io.cinema.auth.application.access.ReadPermissions
import io.cinema.auth.application.access.ReadPermissionsService
import io.cinema.auth.application.access.Readmission
import io.cinema.auth.application.account.ChangeAllowedAgents
import io.cinema.auth.application.account.ChangeAllowedAgentsService
import io.cinema.auth.application.account.ChangePassword
import io.cinema.auth.application.account.ChangePasswordService
import io.cinema.auth.application.account.ChangePersonalData
import io.cinema.auth.application.account.ChangePersonalDataService
import io.cinema.auth.application.account.Registration
import io.cinema.auth.application.account.SignUp
import io.cinema.auth.application.account.SignUpService
import io.cinema.auth.application.audit.AuditTrail
import io.cinema.auth.application.key.ListKeys
import io.cinema.auth.application.key.ListKeysService
import io.cinema.auth.application.key.RotateKeys
import io.cinema.auth.application.key.RotateKeysService
import io.cinema.auth.application.mfa.ConfirmTotp
import io.cinema.auth.application.mfa.ConfirmTotpService
import io.cinema.auth.application.mfa.DisableTotp
import io.cinema.auth.application.mfa.DisableTotpService
import io.cinema.auth.application.mfa.EnrolTotp
import io.cinema.auth.application.mfa.EnrolTotpService
import io.cinema.auth.application.mfa.FactorCheck
import io.cinema.auth.application.mfa.FactorGuard
import io.cinema.auth.application.mfa.ReadSecondFactor
import io.cinema.auth.application.mfa.ReadSecondFactorService
import io.cinema.auth.application.mfa.RenewRecoveryCodes
import io.cinema.auth.application.mfa.RenewRecoveryCodesService
import io.cinema.auth.application.mfa.TotpSetup
import io.cinema.auth.application.proof.PersonalProof
import io.cinema.auth.application.proof.ProvedChange
import io.cinema.auth.application.role.AssignRole
import io.cinema.auth.application.role.AssignRoleService
import io.cinema.auth.application.role.ChangeRole
import io.cinema.auth.application.role.ChangeRoleService
import io.cinema.auth.application.role.CreateRole
import io.cinema.auth.application.role.CreateRoleService
import io.cinema.auth.application.role.DeleteRole
import io.cinema.auth.application.role.DeleteRoleService
import io.cinema.auth.application.role.ReadRoles
import io.cinema.auth.application.role.ReadRolesService
import io.cinema.auth.application.session.EndSession
import io.cinema.auth.application.session.EndSessionService
import io.cinema.auth.application.session.ListSessions
import io.cinema.auth.application.session.ListSessionsService
import io.cinema.auth.application.session.Lockout
import io.cinema.auth.application.session.RefreshSession
import io.cinema.auth.application.session.RefreshSessionService
import io.cinema.auth.application.session.Revoker
import io.cinema.auth.application.signin.EnrolAtSignIn
import io.cinema.auth.application.signin.EnrolAtSignInService
import io.cinema.auth.application.signin.IssuedTokens
import io.cinema.auth.application.signin.MfaChallenge
import io.cinema.auth.application.signin.Opening
import io.cinema.auth.application.signin.PassSecondFactor
import io.cinema.auth.application.signin.PassSecondFactorService
import io.cinema.auth.application.signin.PendingSignIn
import io.cinema.auth.application.signin.SessionOpener
import io.cinema.auth.application.signin.SignIn
import io.cinema.auth.application.signin.SignInHistory
import io.cinema.auth.application.signin.SignInService
import io.cinema.auth.application.signin.TokenIssuer
import io.cinema.auth.application.social.LinkSocial
import io.cinema.auth.application.social.LinkSocialService
import io.cinema.auth.application.social.RedirectUris
import io.cinema.auth.application.social.RoundTrip
import io.cinema.auth.application.social.SignInBySocial
import io.cinema.auth.application.social.SignInBySocialService
import io.cinema.auth.application.social.UnlinkSocial
import io.cinema.auth.application.social.UnlinkSocialService
import io.cinema.auth.application.superuser.ChangeSuperuser
import io.cinema.auth.application.superuser.ChangeSuperuserService
import io.cinema.auth.application.superuser.CreateSuperuser
import io.cinema.auth.application.superuser.CreateSuperuserService
import io.cinema.auth.application.throttle.Throttle
import io.cinema.auth.application.token.AuthenticateToken
import io.cinema.auth.application.token.AuthenticateTokenService
import io.cinema.auth.application.upkeep.AttemptUpkeep
import io.cinema.auth.application.upkeep.RevocationUpkeep
import io.cinema.auth.application.upkeep.SigningKeyUpkeep
import io.cinema.auth.application.user.DisableUser
import io.cinema.auth.application.user.DisableUserService
import io.cinema.auth.application.user.FindUsers
import io.cinema.auth.application.user.FindUsersService
import io.cinema.auth.application.user.ResetSecondFactor
import io.cinema.auth.application.user.ResetSecondFactorService
import io.cinema.auth.application.user.SignOutUser
import io.cinema.auth.application.user.SignOutUserService
import io.cinema.auth.contracts.fixture.AccessTokens
import io.cinema.auth.contracts.fixture.MutableClock
import io.cinema.auth.contracts.fixture.Roles
import io.cinema.auth.contracts.fixture.Sessions
import io.cinema.auth.contracts.fixture.Users
import io.cinema.auth.contracts.memory.MemoryAccessTokens
import io.cinema.auth.contracts.memory.MemoryAuditEventRepository
import io.cinema.auth.contracts.memory.MemoryCommonPasswords
import io.cinema.auth.contracts.memory.MemoryDatabase
import io.cinema.auth.contracts.memory.MemoryEntropy
import io.cinema.auth.contracts.memory.MemoryIdentityProvider
import io.cinema.auth.contracts.memory.MemoryIds
import io.cinema.auth.contracts.memory.MemoryLoginAttemptRepository
import io.cinema.auth.contracts.memory.MemoryLoginEventRepository
import io.cinema.auth.contracts.memory.MemoryMfaTokenSigner
import io.cinema.auth.contracts.memory.MemoryPasswordHasher
import io.cinema.auth.contracts.memory.MemoryRecoveryCodeGenerator
import io.cinema.auth.contracts.memory.MemoryRecoveryCodeRepository
import io.cinema.auth.contracts.memory.MemoryRefreshTokenSigner
import io.cinema.auth.contracts.memory.MemoryRevocationRepository
import io.cinema.auth.contracts.memory.MemoryRevocationStore
import io.cinema.auth.contracts.memory.MemoryRoleGrantRepository
import io.cinema.auth.contracts.memory.MemoryRoleRepository
import io.cinema.auth.contracts.memory.MemorySessionRepository
import io.cinema.auth.contracts.memory.MemorySigningKeyGenerator
import io.cinema.auth.contracts.memory.MemorySigningKeyRepository
import io.cinema.auth.contracts.memory.MemorySocialFlowStore
import io.cinema.auth.contracts.memory.MemorySocialLinkRepository
import io.cinema.auth.contracts.memory.MemoryTotpEnrolmentRepository
import io.cinema.auth.contracts.memory.MemoryTotpGenerator
import io.cinema.auth.contracts.memory.MemoryTotpSealer
import io.cinema.auth.contracts.memory.MemoryUnitOfWork
import io.cinema.auth.contracts.memory.MemoryUserDirectory
import io.cinema.auth.contracts.memory.MemoryUserRepository
import io.cinema.auth.domain.access.AdminPermission
import io.cinema.auth.domain.account.StepUpPolicy
import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.audit.AuditEvent
import io.cinema.auth.domain.audit.AuditFilter
import io.cinema.auth.domain.credential.Password
import io.cinema.auth.domain.credential.PasswordPolicy
import io.cinema.auth.domain.login.LoginEvent
import io.cinema.auth.domain.login.LoginThrottle
import io.cinema.auth.domain.login.Origin
import io.cinema.auth.domain.mfa.FactorProof
import io.cinema.auth.domain.mfa.RecoveryCode
import io.cinema.auth.domain.mfa.SecondFactorPolicy
import io.cinema.auth.domain.mfa.TotpCheck
import io.cinema.auth.domain.mfa.TotpCode
import io.cinema.auth.domain.mfa.TotpSecret
import io.cinema.auth.domain.mfa.TotpWindow
import io.cinema.auth.domain.paging.PageRequest
import io.cinema.auth.domain.port.AccessTokenSigner
import io.cinema.auth.domain.port.AccessTokenVerifier
import io.cinema.auth.domain.port.AuditEventRepository
import io.cinema.auth.domain.port.Entropy
import io.cinema.auth.domain.port.Ids
import io.cinema.auth.domain.port.LoginAttemptRepository
import io.cinema.auth.domain.port.LoginEventRepository
import io.cinema.auth.domain.port.MfaTokenSigner
import io.cinema.auth.domain.port.RecoveryCodeGenerator
import io.cinema.auth.domain.port.RecoveryCodeRepository
import io.cinema.auth.domain.port.RefreshTokenSigner
import io.cinema.auth.domain.port.RevocationRepository
import io.cinema.auth.domain.port.RoleGrantRepository
import io.cinema.auth.domain.port.RoleRepository
import io.cinema.auth.domain.port.SessionRepository
import io.cinema.auth.domain.port.SigningKeyRepository
import io.cinema.auth.domain.port.SocialFlowStore
import io.cinema.auth.domain.port.SocialLinkRepository
import io.cinema.auth.domain.port.TotpEnrolmentRepository
import io.cinema.auth.domain.port.TotpGenerator
import io.cinema.auth.domain.port.TotpSealer
import io.cinema.auth.domain.port.UnitOfWork
import io.cinema.auth.domain.port.UserDirectory
import io.cinema.auth.domain.port.UserRepository
import io.cinema.auth.domain.role.Role
import io.cinema.auth.domain.secret.Secret
import io.cinema.auth.domain.session.Revocation
import io.cinema.auth.domain.session.Session
import io.cinema.auth.domain.session.SessionTerms
import io.cinema.auth.domain.social.LinkingPolicy
import io.cinema.auth.domain.token.AccessTokenTerms
import io.cinema.auth.domain.token.KeySchedule
import io.cinema.auth.domain.token.SignedClaims
import io.cinema.auth.domain.token.VerifiedAccessToken
import java.time.Duration

/**
 * The use cases of one node on memory adapters, wired as bootstrap does it. A spec may put another
 * port in place: the use cases are made of what stands here at the moment they are asked for.
 */
class AuthNode {
    static final String PASSWORD = "correct horse battery staple"
    static final KeySchedule SCHEDULE =
        new KeySchedule(Duration.ofDays(30), Duration.ofDays(1), Duration.ofMinutes(21))

    static final RedirectUris REDIRECTS = new RedirectUris(
        URI.create("https://auth.cinema.test/api/v1/oauth"), [URI.create("https://app.cinema.test/signed-in")] as Set)

    final MutableClock clock
    final MemoryDatabase database
    final UnsteadyRevocationStore store
    final MemoryAccessTokens.Issued issued
    final MemoryAccessTokens ring
    final SigningKeyUpkeep keys

    Ids ids = new MemoryIds()
    UnitOfWork unitOfWork
    UserRepository users
    SessionRepository sessions
    LoginEventRepository history
    RevocationRepository revocations
    RoleRepository roles
    RoleGrantRepository grants
    UserDirectory directory
    AuditEventRepository auditEvents
    SigningKeyRepository keyRepository
    ObservedHasher hasher = new ObservedHasher()
    AccessTokenSigner signer
    AccessTokenVerifier verifier
    RefreshTokenSigner refreshTokens = new MemoryRefreshTokenSigner("a key that tests share".bytes)
    AccessTokenTerms tokenTerms = AccessTokens.TERMS
    SessionTerms sessionTerms = SessionTerms.DEFAULT
    LoginAttemptRepository attempts
    TotpEnrolmentRepository enrolments
    RecoveryCodeRepository recovery
    TotpGenerator totp = new MemoryTotpGenerator("Cinema")
    TotpSealer sealer = new MemoryTotpSealer(("s" * 32).bytes)
    RecoveryCodeGenerator recoveryCodes = new MemoryRecoveryCodeGenerator()
    MfaTokenSigner mfaTokens = new MemoryMfaTokenSigner("another key that tests share".bytes)
    SecondFactorPolicy policy = SecondFactorPolicy.OFF
    StepUpPolicy stepUp = StepUpPolicy.DEFAULT
    TotpWindow window = TotpWindow.DEFAULT
    LoginThrottle throttleRule = LoginThrottle.DEFAULT
    List<MemoryIdentityProvider> networks = []
    SocialFlowStore flows
    SocialLinkRepository links
    Entropy entropy = new MemoryEntropy()
    LinkingPolicy linking = new LinkingPolicy([:])

    /** A node alone, with a signing key and a revocation store that can be believed. */
    AuthNode() {
        this(new MutableClock(), new MemoryDatabase(), new MemoryRevocationStore(), new MemoryAccessTokens.Issued())
    }

    /** A node beside this one, on the same backends. */
    static AuthNode beside(AuthNode other) {
        new AuthNode(other.clock, other.database, other.store.backend, other.issued)
    }

    private AuthNode(
        MutableClock clock,
        MemoryDatabase database,
        MemoryRevocationStore backend,
        MemoryAccessTokens.Issued issued
    ) {
        this.clock = clock
        this.database = database
        this.issued = issued
        store = new UnsteadyRevocationStore(backend)
        ring = new MemoryAccessTokens(issued, clock)
        signer = ring
        verifier = ring
        unitOfWork = new MemoryUnitOfWork(database)
        users = new MemoryUserRepository(database)
        sessions = new MemorySessionRepository(database)
        history = new MemoryLoginEventRepository(database)
        revocations = new MemoryRevocationRepository(database)
        roles = new MemoryRoleRepository(database)
        grants = new MemoryRoleGrantRepository(database)
        directory = new MemoryUserDirectory(database)
        auditEvents = new MemoryAuditEventRepository(database)
        attempts = new MemoryLoginAttemptRepository(database)
        enrolments = new MemoryTotpEnrolmentRepository(database)
        recovery = new MemoryRecoveryCodeRepository(database)
        links = new MemorySocialLinkRepository(database)
        flows = new MemorySocialFlowStore(clock)
        keyRepository = new MemorySigningKeyRepository(database)
        keys = new SigningKeyUpkeep(
            keyRepository, new MemorySigningKeyGenerator(), ring, SCHEDULE, clock)
        keys.run()
        revocationUpkeep().fillIfNeeded()
    }

    SignUp signUp() {
        new SignUpService(users, registration())
    }

    SignIn signIn() {
        new SignInService(users, hasher, throttle(), opener(), signInHistory(), unitOfWork, ids)
    }

    PassSecondFactor passSecondFactor() {
        new PassSecondFactorService(pending(), factors(), opener(), signInHistory(), unitOfWork)
    }

    EnrolAtSignIn enrolAtSignIn() {
        new EnrolAtSignInService(
            pending(), users, setup(), opener(), signInHistory(), trail(), policy, revoker(), unitOfWork)
    }

    EnrolTotp enrolTotp() {
        new EnrolTotpService(provedChange(), setup())
    }

    ConfirmTotp confirmTotp() {
        new ConfirmTotpService(users, sessions, setup(), trail(), revoker())
    }

    DisableTotp disableTotp() {
        new DisableTotpService(factorGuard(), setup(), trail())
    }

    RenewRecoveryCodes renewRecoveryCodes() {
        new RenewRecoveryCodesService(factorGuard(), setup(), trail())
    }

    ReadSecondFactor readSecondFactor() {
        new ReadSecondFactorService(enrolments, recovery)
    }

    /** One more social network. */
    MemoryIdentityProvider network(String name) {
        def network = new MemoryIdentityProvider(name)
        networks << network
        network
    }

    SignInBySocial signInBySocial() {
        new SignInBySocialService(
            roundTrip(), linking, links, users, opener(), signInHistory(), unitOfWork, ids, clock)
    }

    LinkSocial linkSocial() {
        new LinkSocialService(roundTrip(), linking, links, users, proof(), trail(), unitOfWork, ids, clock)
    }

    UnlinkSocial unlinkSocial() {
        new UnlinkSocialService(roundTrip(), links, provedChange(), trail())
    }

    private RoundTrip roundTrip() {
        new RoundTrip(networks, flows, REDIRECTS, entropy, clock)
    }

    ResetSecondFactor resetSecondFactor() {
        new ResetSecondFactorService(users, setup(), readmission(), lockout(), trail(), revoker())
    }

    AttemptUpkeep attemptUpkeep() {
        new AttemptUpkeep(attempts, throttleRule, clock)
    }

    RefreshSession refreshSession() {
        new RefreshSessionService(
            sessions, refreshTokens, issuer(), revoker(), history, sessionTerms, ids, clock)
    }

    EndSession endSession() {
        new EndSessionService(users, sessions, lockout(), revoker(), clock)
    }

    ListSessions listSessions() {
        new ListSessionsService(sessions, clock)
    }

    ChangePassword changePassword() {
        new ChangePasswordService(
            users, proof(), hasher, PasswordPolicy.DEFAULT, commonPasswords(), lockout(), trail(), revoker())
    }

    ChangePersonalData changePersonalData() {
        new ChangePersonalDataService(users, proof(), trail(), unitOfWork)
    }

    ChangeAllowedAgents changeAllowedAgents() {
        new ChangeAllowedAgentsService(users, provedChange(), trail())
    }

    AuthenticateToken authenticateToken() {
        new AuthenticateTokenService(verifier, keys, store, revocations, tokenTerms, clock)
    }

    Revoker revoker() {
        new Revoker(unitOfWork, revocations, store, tokenTerms, clock)
    }

    RevocationUpkeep revocationUpkeep() {
        new RevocationUpkeep(revocations, store, ids, clock)
    }

    Registration registration() {
        new Registration(users, hasher, PasswordPolicy.DEFAULT, commonPasswords(), ids, clock)
    }

    Lockout lockout() {
        new Lockout(users, sessions, clock)
    }

    AuditTrail trail() {
        new AuditTrail(auditEvents, ids, clock)
    }

    AdmitAdministrator admitAdministrator() {
        new AdmitAdministratorService(grants, trail())
    }

    Readmission readmission() {
        new Readmission(grants)
    }

    CheckAccess checkAccess() {
        new CheckAccessService(grants)
    }

    ReadPermissions readPermissions() {
        new ReadPermissionsService(grants)
    }

    ReadRoles readRoles() {
        new ReadRolesService(roles)
    }

    CreateRole createRole() {
        new CreateRoleService(roles, readmission(), trail(), unitOfWork, ids)
    }

    ChangeRole changeRole() {
        new ChangeRoleService(roles, readmission(), trail(), unitOfWork)
    }

    DeleteRole deleteRole() {
        new DeleteRoleService(roles, readmission(), trail(), unitOfWork)
    }

    AssignRole assignRole() {
        new AssignRoleService(users, roles, grants, readmission(), lockout(), trail(), revoker())
    }

    FindUsers findUsers() {
        new FindUsersService(users, directory, history)
    }

    DisableUser disableUser() {
        new DisableUserService(users, directory, readmission(), lockout(), trail(), revoker(), unitOfWork, clock)
    }

    SignOutUser signOutUser() {
        new SignOutUserService(users, readmission(), lockout(), trail(), revoker())
    }

    CreateSuperuser createSuperuser() {
        new CreateSuperuserService(users, registration(), trail(), unitOfWork)
    }

    ChangeSuperuser changeSuperuser() {
        new ChangeSuperuserService(users, directory, lockout(), trail(), revoker())
    }

    ListKeys listKeys() {
        new ListKeysService(keyRepository, SCHEDULE, clock)
    }

    RotateKeys rotateKeys() {
        new RotateKeysService(
            keyRepository, new MemorySigningKeyGenerator(), ring, SCHEDULE, trail(), unitOfWork, clock)
    }

    /** Somebody at the command line. */
    Administrator console() {
        new AdmitConsoleService().admit("ada")
    }

    /** Somebody with a role of these permissions, let in for the first of them. */
    Administrator administrator(String... permissions) {
        def user = member()
        def role = Roles.role().permissions(permissions).build()
        roles.add(role)
        grants.grant(user.id(), role.id())
        def needed = AdminPermission.values().find { it.toString() == permissions[0] }
        (admit(user, needed) as AdmitAdministrator.Admitted).administrator()
    }

    AdmitAdministrator.Result admit(User user, AdminPermission needed) {
        admitAdministrator().admit(verified(signedIn(user)), Sessions.HOME, needed)
    }

    /** A role that is kept. */
    Role role(String... permissions) {
        def role = Roles.role().permissions(permissions).build()
        roles.add(role)
        role
    }

    /** The audit trail, oldest first. */
    List<AuditEvent> audited() {
        auditEvents.events(AuditFilter.ALL, new PageRequest(PageRequest.MOST, null)).items().reverse()
    }

    /** The audit trail in short: what was done and what came of it. */
    List<String> auditedInShort() {
        audited().collect { "$it.action${it.reason() ? ": ${it.reason()}" : ''}".toString() }
    }

    private TokenIssuer issuer() {
        new TokenIssuer(tokenTerms, policy, signer, refreshTokens, ids)
    }

    Throttle throttle() {
        new Throttle(attempts, throttleRule, unitOfWork, clock)
    }

    private PersonalProof proof() {
        new PersonalProof(hasher, throttle(), stepUp, trail(), unitOfWork, clock)
    }

    private ProvedChange provedChange() {
        new ProvedChange(users, proof(), unitOfWork)
    }

    private SignInHistory signInHistory() {
        new SignInHistory(history, ids, clock)
    }

    private SessionOpener opener() {
        new SessionOpener(users, sessions, issuer(), mfaTokens, signInHistory(), sessionTerms, clock)
    }

    private PendingSignIn pending() {
        new PendingSignIn(mfaTokens, users, sessions, clock)
    }

    private FactorCheck factors() {
        new FactorCheck(enrolments, recovery, totp, sealer, recoveryCodes, window, throttle(), clock)
    }

    private FactorGuard factorGuard() {
        new FactorGuard(provedChange(), proof(), factors())
    }

    private TotpSetup setup() {
        new TotpSetup(enrolments, recovery, sessions, totp, sealer, recoveryCodes, factors(), clock)
    }

    private static MemoryCommonPasswords commonPasswords() {
        new MemoryCommonPasswords(["password1", "qwertyuiop"])
    }

    /** An account with a password. */
    User member(Users builder = Users.user(), String password = PASSWORD) {
        def user = builder.hash(new MemoryPasswordHasher().hash(Password.of(password))).build()
        users.add(user)
        user
    }

    /** The account as it stands now. */
    User now(User user) {
        users.findById(user.id()).get()
    }

    /** Changes an account as some other use case would. */
    void change(User user, Closure<User> how) {
        unitOfWork.run { users.update(how.call(users.lock(user.id()).get())) }
    }

    /** What an administrator's or the owner's password change does to the account. */
    void giveNewPassword(User user, String password) {
        def hash = new MemoryPasswordHasher().hash(Password.of(password))
        change(user) { it.withPasswordHash(hash).withState(it.state().withRaisedVersion()) }
    }

    SignIn.Result trySignIn(String name, String password = PASSWORD, Origin origin = Sessions.HOME) {
        signIn().signIn(new SignIn.Command(name, Password.of(password), origin))
    }

    IssuedTokens signedIn(User user, Origin origin = Sessions.HOME) {
        opened(trySignIn(now(user).login().shown(), PASSWORD, origin))
    }

    /** The tokens that a sign-in must have come to. */
    static IssuedTokens opened(Object result) {
        (result.opening() as Opening.Opened).tokens()
    }

    /** What stands between the right password and the tokens. */
    MfaChallenge challenged(User user, Origin origin = Sessions.HOME) {
        (trySignIn(now(user).login().shown(), PASSWORD, origin).opening() as Opening.FactorRequired).challenge()
    }

    /** Sets up a second factor; the code that confirmed it is used up. */
    Factor withFactor(User user, VerifiedAccessToken token = verified(signedIn(user)), String password = PASSWORD) {
        def begun = enrolTotp().enrol(new EnrolTotp.Command(
            token, Sessions.HOME, password == null ? null : Password.of(password))) as EnrolTotp.Begun
        def secret = begun.provisioning().secret()
        def confirmed = confirmTotp().confirm(
            new ConfirmTotp.Command(token, Sessions.HOME, codeOf(secret))) as ConfirmTotp.Confirmed
        new Factor(secret: secret, recoveryCodes: confirmed.recoveryCodes())
    }

    /** What the app shows, so many steps from now. */
    TotpCode codeOf(TotpSecret secret, long stepsFromNow = 0) {
        totp.codeAt(secret, TotpCheck.stepAt(clock.instant()) + stepsFromNow)
    }

    PassSecondFactor.Result pass(Secret mfaToken, FactorProof proof, Origin origin = Sessions.HOME) {
        passSecondFactor().pass(new PassSecondFactor.Command(mfaToken, proof, origin))
    }

    /** What somebody has once their second factor is on. */
    static class Factor {
        TotpSecret secret
        List<RecoveryCode> recoveryCodes
    }

    RefreshSession.Result tryRefresh(IssuedTokens tokens, Origin origin = Sessions.HOME) {
        refreshSession().refresh(new RefreshSession.Command(tokens.refreshToken(), origin))
    }

    IssuedTokens refreshed(IssuedTokens tokens, Origin origin = Sessions.HOME) {
        (tryRefresh(tokens, origin) as RefreshSession.Refreshed).tokens()
    }

    AuthenticateToken.Result authenticate(IssuedTokens tokens) {
        authenticateToken().authenticate(tokens.accessToken().reveal())
    }

    /** The access token, which must count. */
    VerifiedAccessToken verified(IssuedTokens tokens) {
        (authenticate(tokens) as AuthenticateToken.Authenticated).token()
    }

    boolean counts(IssuedTokens tokens) {
        authenticate(tokens) instanceof AuthenticateToken.Authenticated
    }

    /** An access token of this account as it was read, without a sign-in. */
    VerifiedAccessToken tokenOf(User user) {
        AccessTokens.verified(Sessions.opened(user, clock.instant()), user.state(), clock.instant())
    }

    /** What the access token says, whether it counts or not. */
    SignedClaims claims(IssuedTokens tokens) {
        (ring.verify(tokens.accessToken().reveal()) as AccessTokenVerifier.Signed).claims()
    }

    Session session(IssuedTokens tokens) {
        sessions.find(tokens.session()).get().session()
    }

    /** The user's login history, newest first. */
    List<LoginEvent> events(User user) {
        history.history(user.id(), new PageRequest(PageRequest.MOST, null)).items()
    }

    /** What is revoked of the user's tokens, as the truth has it. */
    List<Revocation.Subject> revoked(User user) {
        new MemoryRevocationRepository(database).standing(clock.instant())
            .findAll { it.user() == user.id() }
            .collect { it.subject() }
    }
}
