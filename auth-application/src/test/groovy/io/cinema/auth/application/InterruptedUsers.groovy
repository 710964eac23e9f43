package io.cinema.auth.application

import io.cinema.auth.domain.account.User
import io.cinema.auth.domain.account.UserId
import io.cinema.auth.domain.port.UserRepository

/** Accounts to which something happens right after somebody read one without a lock. */
class InterruptedUsers implements UserRepository {
    @Delegate
    private final UserRepository users

    private Closure<?> afterRead
    private boolean gone

    InterruptedUsers(UserRepository users, Closure<?> afterRead) {
        this.users = users
        this.afterRead = afterRead
    }

    /** All accounts are gone by the time somebody locks one. */
    static InterruptedUsers vanishing(UserRepository users) {
        def vanishing = new InterruptedUsers(users, null)
        vanishing.gone = true
        vanishing
    }

    @Override
    Optional<User> findById(UserId id) {
        def read = users.findById(id)
        def event = afterRead
        afterRead = null
        event?.call()
        read
    }

    @Override
    Optional<User> lock(UserId id) {
        gone ? Optional.<User>empty() : users.lock(id)
    }
}
