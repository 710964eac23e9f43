/**
 * Owns the list of what can be set, name, type, default and meaning of every AUTH_ variable, and
 * what there is to say of settings.
 */
@NullMarked
package io.cinema.auth.bootstrap.config.setting;

import org.jspecify.annotations.NullMarked;
