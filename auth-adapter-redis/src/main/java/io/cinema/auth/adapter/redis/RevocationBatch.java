package io.cinema.auth.adapter.redis;

import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.session.Revocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One user's share of what is written: one run of {@code revoke.lua}. */
record RevocationBatch(UserId user, List<String> lines, Instant now) {

  /** Splits revocations by user, without those whose end has passed. */
  static List<RevocationBatch> byUser(Collection<Revocation> revocations, Instant now) {
    Map<UserId, RevocationBatch> batches = new LinkedHashMap<>();
    for (Revocation revocation : revocations) {
      if (revocation.until().isAfter(now)) {
        batches
            .computeIfAbsent(
                revocation.user(), user -> new RevocationBatch(user, new ArrayList<>(), now))
            .lines
            .add(RevocationLines.line(revocation));
      }
    }
    return List.copyOf(batches.values());
  }

  String[] keys(RedisKeys keys) {
    return new String[] {keys.revoked(user)};
  }

  String[] arguments(RedisLink.Damaged damaged) {
    List<String> arguments = new ArrayList<>(lines.size() + 2);
    arguments.add(Long.toString(now.toEpochMilli()));
    arguments.add(
        switch (damaged) {
          case KEEP -> "keep";
          case REPAIR -> "repair";
        });
    arguments.addAll(lines);
    return arguments.toArray(String[]::new);
  }
}
