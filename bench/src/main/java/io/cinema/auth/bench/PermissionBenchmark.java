package io.cinema.auth.bench;

import io.cinema.auth.domain.access.AccessPolicy;
import io.cinema.auth.domain.access.Authority;
import io.cinema.auth.domain.access.ContentLabel;
import io.cinema.auth.domain.access.Decision;
import io.cinema.auth.domain.access.Visitor;
import io.cinema.auth.domain.account.UserId;
import io.cinema.auth.domain.role.Permission;
import io.cinema.auth.domain.role.PermissionSet;
import io.cinema.auth.domain.role.Role;
import io.cinema.auth.domain.role.RoleId;
import io.cinema.auth.domain.role.RoleName;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Permission checks for a user of 20 roles with 50 permissions each, all of them different. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PermissionBenchmark {
  private static final int ROLES = 20;
  private static final int PERMISSIONS = 50;

  private final List<Role> roles = IntStream.range(0, ROLES).mapToObj(this::role).toList();
  private final Visitor member = authority().visitor();
  private final Permission held = Permission.parse("resource-13:watch:label-37");
  private final Permission missing = Permission.parse("resource-13:watch:label-50");
  private final Permission elsewhere = Permission.parse("billing:read");
  private final ContentLabel label = ContentLabel.SUBSCRIPTION;

  private Role role(int number) {
    return new Role(
        new RoleId(new UUID(0, number)),
        new RoleName("role-" + number),
        PermissionSet.parse(
            IntStream.range(0, PERMISSIONS)
                .mapToObj(i -> "resource-" + number + ":watch:label-" + i)
                .toList()),
        "");
  }

  private Authority authority() {
    return new Authority(new UserId(new UUID(0, 1)), false, false, roles);
  }

  @Benchmark
  public Decision held() {
    return AccessPolicy.decide(member, held);
  }

  @Benchmark
  public Decision missing() {
    return AccessPolicy.decide(member, missing);
  }

  @Benchmark
  public Decision missingResource() {
    return AccessPolicy.decide(member, elsewhere);
  }

  @Benchmark
  public Decision label() {
    return AccessPolicy.decide(member, label);
  }

  /** What a service pays once a request, after it has read the roles. */
  @Benchmark
  public Visitor joinRoles() {
    return authority().visitor();
  }
}
