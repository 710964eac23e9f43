package io.cinema.auth.adapter.rest.json;

import io.cinema.auth.adapter.rest.problem.Problem;
import io.cinema.auth.adapter.rest.problem.ProblemDocument.FieldError;
import io.cinema.auth.adapter.rest.problem.ProblemException;
import io.cinema.auth.application.account.Change;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.SerdeConfiguration;
import io.micronaut.serde.config.naming.PropertyNamingStrategy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies that are records of ours: the JSON text strictly, its properties against the
 * record. Serde alone would pass over unknown properties and take the number 12345678 for a
 * password. What the values mean is for {@link Fields}.
 */
@Singleton
@Order(-100)
@Consumes(MediaType.APPLICATION_JSON)
final class StrictBodyReader<T> implements MessageBodyReader<T> {
  private final JsonMapper mapper;
  private final PropertyNamingStrategy naming;

  StrictBodyReader(JsonMapper mapper, SerdeConfiguration serde) {
    this.mapper = mapper;
    PropertyNamingStrategy configured = serde.getPropertyNamingStrategy();
    this.naming = configured == null ? PropertyNamingStrategy.IDENTITY : configured;
  }

  @Override
  public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
    return BeanIntrospector.SHARED
        .findIntrospection(type.getType())
        .filter(record -> record.hasStereotype(Serdeable.Deserializable.class))
        .isPresent();
  }

  @Override
  public T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, ByteBuffer<?> buffer) {
    T value = read(type, buffer.toByteArray());
    // Only after success: when this throws, the framework still owns the buffer and frees it.
    if (buffer instanceof ReferenceCounted counted) {
      counted.release();
    }
    return value;
  }

  @Override
  public T read(Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream in) {
    try {
      return read(type, in.readAllBytes());
    } catch (IOException brokenOff) {
      throw malformed("The body could not be read.");
    }
  }

  private T read(Argument<T> type, byte[] bytes) {
    JsonNode tree = StrictJson.object(bytes);
    check(BeanIntrospection.getIntrospection(type.getType()), tree);
    try {
      T value = mapper.readValueFromTree(tree, type);
      if (value == null) {
        throw malformed("The body must be a JSON object.");
      }
      return value;
    } catch (IOException unreadable) {
      throw malformed("The body could not be read.");
    }
  }

  private void check(BeanIntrospection<?> record, JsonNode object) {
    Map<String, Argument<?>> known = new HashMap<>();
    for (BeanProperty<?, ?> property : record.getBeanProperties()) {
      known.put(naming.translate(property), property.asArgument());
    }
    List<FieldError> unknown = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : object.entries()) {
      Argument<?> type = known.get(entry.getKey());
      if (type == null) {
        unknown.add(
            new FieldError(shown(entry.getKey()), "unknown", "is not a property of this request"));
      } else {
        checkType(entry.getKey(), type, entry.getValue());
      }
    }
    if (!unknown.isEmpty()) {
      throw ProblemException.invalid(unknown);
    }
  }

  private static void checkType(String name, Argument<?> type, JsonNode node) {
    if (node.isNull()) {
      return;
    }
    if (type.getType() == Change.class) {
      checkType(name, type.getFirstTypeVariable().orElseThrow(), node);
    } else if (type.getType() == List.class) {
      if (!node.isArray()) {
        throw malformed(name + " must be an array.");
      }
      for (JsonNode item : node.values()) {
        if (item.isNull()) {
          throw malformed(name + " must not hold null.");
        }
        checkType(name, type.getFirstTypeVariable().orElseThrow(), item);
      }
    } else if (type.getType() == String.class) {
      if (!node.isString()) {
        throw malformed(name + " must be a string.");
      }
    } else {
      throw new IllegalStateException("no rule for " + type.getType());
    }
  }

  /** The name of a stranger's property, fit to be repeated. */
  private static String shown(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9_.-]", "?");
    return plain.length() > 64 ? plain.substring(0, 64) : plain;
  }

  private static ProblemException malformed(String detail) {
    return ProblemException.of(Problem.MALFORMED_REQUEST, detail);
  }
}
