/**
 * Owns what somebody who is signed in must show again before a change that guards their account.
 */
@NullMarked
package io.cinema.auth.application.proof;

import org.jspecify.annotations.NullMarked;
