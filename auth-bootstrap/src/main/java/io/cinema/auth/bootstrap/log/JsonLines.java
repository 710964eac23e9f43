package io.cinema.auth.bootstrap.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object a line for each event: {@code time}, {@code level}, {@code logger}, {@code
 * thread}, {@code message}; where they are known {@code request_id} and {@code trace_id}; {@code
 * data} with what varies; {@code error} with the trace of an exception.
 */
public final class JsonLines extends EncoderBase<ILoggingEvent> {
  private static final List<String> IDS = List.of("request_id", "trace_id");
  private static final byte[] NONE = {};

  /** Escaped, nothing breaks a line or colours it for any reader, half a character included. */
  private final JsonFactory json =
      new JsonFactoryBuilder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new Escapes())
          .build();

  @Override
  public byte[] encode(ILoggingEvent event) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    try (JsonGenerator to = json.createGenerator(line)) {
      to.writeStartObject();
      write(event, to);
      to.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    line.write('\n');
    return line.toByteArray();
  }

  private static void write(ILoggingEvent event, JsonGenerator to) throws IOException {
    to.writeStringField("time", event.getInstant().toString());
    to.writeStringField("level", event.getLevel().toString());
    to.writeStringField("logger", event.getLoggerName());
    to.writeStringField("thread", event.getThreadName());
    to.writeStringField("message", event.getFormattedMessage());
    for (String id : IDS) {
      String value = event.getMDCPropertyMap().get(id);
      if (value != null) {
        to.writeStringField(id, value);
      }
    }
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    if (pairs != null && !pairs.isEmpty()) {
      to.writeObjectFieldStart("data");
      for (KeyValuePair pair : pairs) {
        to.writeFieldName(pair.key);
        writeValue(pair.value, to);
      }
      to.writeEndObject();
    }
    if (event.getThrowableProxy() != null) {
      to.writeStringField("error", ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
  }

  private static void writeValue(Object value, JsonGenerator to) throws IOException {
    switch (value) {
      case Integer number -> to.writeNumber(number);
      case Long number -> to.writeNumber(number);
      case Double number -> to.writeNumber(number);
      case Boolean flag -> to.writeBoolean(flag);
      case null, default -> to.writeString(String.valueOf(value));
    }
  }

  @Override
  public byte[] headerBytes() {
    return NONE;
  }

  @Override
  public byte[] footerBytes() {
    return NONE;
  }
}
