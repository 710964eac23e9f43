package io.cinema.auth.adapter.oauth;

import java.net.URI;

/** Where a network takes people and codes. */
record Entrances(URI authorization, URI token) {}
