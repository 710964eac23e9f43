package io.cinema.auth.bootstrap.config.setting;

import java.util.List;

/** Settings that are told of together. */
public record Section(String title, List<Setting> settings) {}
