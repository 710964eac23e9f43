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
import java.util.concurrent.ConcurrentHashMap;
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
  /** So many unknown properties are told: there may be thousands in a body. */
  private static final int MOST_UNKNOWN = 100;

  private final JsonMapper mapper;
  private final PropertyNamingStrategy naming;
  private final Map<Class<?>, Map<String, Argument<?>>> properties = new ConcurrentHashMap<>();

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
    check(type.getType(), tree);
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

  private void check(Class<?> record, JsonNode object) {
    List<FieldError> unknown = new ArrayList<>();
    checkObject(null, record, object, unknown);
    if (!unknown.isEmpty()) {
      throw ProblemException.invalid(unknown);
    }
  }

  private void checkObject(
      @Nullable Place place, Class<?> record, JsonNode object, List<FieldError> unknown) {
    Map<String, Argument<?>> known = properties.computeIfAbsent(record, this::propertiesOf);
    for (Map.Entry<String, JsonNode> entry : object.entries()) {
      Argument<?> type = known.get(entry.getKey());
      if (type != null) {
        checkType(new Place.Property(place, entry.getKey()), type, entry.getValue(), unknown);
      } else if (unknown.size() < MOST_UNKNOWN) {
        String name = new Place.Property(place, shown(entry.getKey())).toString();
        unknown.add(new FieldError(name, "unknown", "is not a property of this request"));
      }
    }
  }

  private Map<String, Argument<?>> propertiesOf(Class<?> record) {
    Map<String, Argument<?>> known = new HashMap<>();
    for (BeanProperty<?, ?> property :
        BeanIntrospection.getIntrospection(record).getBeanProperties()) {
      known.put(naming.translate(property), property.asArgument());
    }
    return known;
  }

  private void checkType(Place place, Argument<?> type, JsonNode node, List<FieldError> unknown) {
    if (node.isNull()) {
      return;
    }
    if (type.getType() == Change.class) {
      checkType(place, type.getFirstTypeVariable().orElseThrow(), node, unknown);
    } else if (type.getType() == List.class) {
      checkItems(place, type.getFirstTypeVariable().orElseThrow(), node, unknown);
    } else if (type.getType() == String.class) {
      if (!node.isString()) {
        throw malformed(place + " must be a string.");
      }
    } else if (type.getType().isRecord()) {
      if (!node.isObject()) {
        throw malformed(place + " must be an object.");
      }
      checkObject(place, type.getType(), node, unknown);
    } else {
      throw new IllegalStateException("no rule for " + type.getType());
    }
  }

  private void checkItems(Place place, Argument<?> type, JsonNode node, List<FieldError> unknown) {
    if (!node.isArray()) {
      throw malformed(place + " must be an array.");
    }
    int index = 0;
    for (JsonNode item : node.values()) {
      if (item.isNull()) {
        throw malformed(place + " must not hold null.");
      }
      checkType(new Place.Item(place, index++), type, item, unknown);
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
