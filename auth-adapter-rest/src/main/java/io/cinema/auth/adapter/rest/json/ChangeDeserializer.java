package io.cinema.auth.adapter.rest.json;

import io.cinema.auth.application.account.Change;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a property of a partial update: absent keeps, null clears (RFC 7396), a string puts. */
@Singleton
final class ChangeDeserializer implements Deserializer<Change<String>> {

  @Override
  public Change<String> deserialize(
      Decoder decoder, DecoderContext context, Argument<? super Change<String>> type)
      throws IOException {
    return new Change.Put<>(decoder.decodeStringNullable());
  }

  @Override
  public Change<String> deserializeNullable(
      Decoder decoder, DecoderContext context, Argument<? super Change<String>> type)
      throws IOException {
    return deserialize(decoder, context, type);
  }

  @Override
  public @Nullable Change<String> getDefaultValue(
      DecoderContext context, Argument<? super Change<String>> type) {
    return new Change.Keep<>();
  }
}
