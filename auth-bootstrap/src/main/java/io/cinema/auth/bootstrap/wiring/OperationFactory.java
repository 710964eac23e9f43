package io.cinema.auth.bootstrap.wiring;

import io.cinema.auth.application.audit.AuditTrail;
import io.cinema.auth.application.diagnosis.Diagnose;
import io.cinema.auth.application.diagnosis.DiagnoseService;
import io.cinema.auth.application.key.ListKeys;
import io.cinema.auth.application.key.ListKeysService;
import io.cinema.auth.application.key.RotateKeys;
import io.cinema.auth.application.key.RotateKeysService;
import io.cinema.auth.domain.port.BackendProbe;
import io.cinema.auth.domain.port.KeyRing;
import io.cinema.auth.domain.port.SigningKeyGenerator;
import io.cinema.auth.domain.port.SigningKeyRepository;
import io.cinema.auth.domain.port.UnitOfWork;
import io.cinema.auth.domain.port.UserDirectory;
import io.cinema.auth.domain.token.KeySchedule;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Services for whoever runs the service. */
@Factory
final class OperationFactory {

  @Singleton
  ListKeys listKeys(SigningKeyRepository repository, KeySchedule schedule, InstantSource clock) {
    return new ListKeysService(repository, schedule, clock);
  }

  @Singleton
  RotateKeys rotateKeys(
      SigningKeyRepository repository,
      SigningKeyGenerator generator,
      KeyRing ring,
      KeySchedule schedule,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    return new RotateKeysService(repository, generator, ring, schedule, trail, unitOfWork, clock);
  }

  @Singleton
  Diagnose diagnose(
      List<BackendProbe> probes,
      SigningKeyRepository keys,
      KeyRing ring,
      KeySchedule schedule,
      UserDirectory directory,
      InstantSource clock) {
    return new DiagnoseService(probes, keys, ring, schedule, directory, clock);
  }
}
