/** Owns what a person does with the own account: sign up, read it, change it. */
@NullMarked
package io.cinema.auth.application.account;

import org.jspecify.annotations.NullMarked;
