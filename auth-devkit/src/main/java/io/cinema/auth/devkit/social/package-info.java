/**
 * Owns fakes of social identity providers: real HTTP servers on loopback that check what the real
 * ones check, have their quirks, and can be given any {@link io.cinema.auth.devkit.social.Defect}.
 */
@NullMarked
package io.cinema.auth.devkit.social;

import org.jspecify.annotations.NullMarked;
