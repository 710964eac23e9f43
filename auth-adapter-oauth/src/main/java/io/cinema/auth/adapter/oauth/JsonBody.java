package io.cinema.auth.adapter.oauth;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.cinema.auth.adapter.oauth.http.UnfitAnswerException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.minidev.json.JSONObject;
import org.jspecify.annotations.Nullable;

/** A JSON object that a network answered. */
record JsonBody(JSONObject object) {
  /** Says that the network is not well, and not that we are wrong. */
  private static final Set<String> OUTAGES =
      Set.of("server_error", "temporarily_unavailable", "slow_down");

  /** Error codes look so, and no token, code or secret does. */
  private static final Pattern ERROR_CODE = Pattern.compile("[a-z_]{3,40}");

  /**
   * The body of an answer that is none of an error, whatever its status: VK ID and GitHub put
   * errors into a 200.
   *
   * @param refusal what it means when the network says that we are wrong
   */
  static JsonBody of(HTTPResponse answer, String refusal)
      throws UnfitAnswerException, RefusalException {
    JSONObject object = object(answer);
    Object error = object.get("error");
    if (error != null) {
      String code = code(error);
      if (OUTAGES.contains(code)) {
        throw new UnfitAnswerException("an answer with error " + code);
      }
      throw new RefusalException(refusal + ": " + code);
    }
    int status = answer.getStatusCode();
    if (status == HTTPResponse.SC_UNAUTHORIZED || status == HTTPResponse.SC_BAD_REQUEST) {
      throw new RefusalException(refusal + ": status " + status);
    }
    if (status != HTTPResponse.SC_OK) {
      throw new UnfitAnswerException("an answer with status " + status);
    }
    return new JsonBody(object);
  }

  private static JSONObject object(HTTPResponse answer) throws UnfitAnswerException {
    try {
      return answer.getBodyAsJSONObject();
    } catch (ParseException _) {
      // Its message quotes the body.
      throw new UnfitAnswerException("an answer that is no JSON object");
    }
  }

  private static String code(Object error) {
    return error instanceof String code && ERROR_CODE.matcher(code).matches()
        ? code
        : "an error without a name";
  }

  /** Null where it is absent or no string. */
  @Nullable String text(String key) {
    return object.get(key) instanceof String text ? text : null;
  }

  /** Null where it is absent or no whole number. */
  @Nullable String wholeNumber(String key) {
    return switch (object.get(key)) {
      case Integer number -> number.toString();
      case Long number -> number.toString();
      case java.math.BigInteger number -> number.toString();
      case null, default -> null;
    };
  }

  /** Empty where it is absent or no object. */
  JsonBody inner(String key) {
    JSONObject inner = new JSONObject();
    if (object.get(key) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> inner.put(String.valueOf(name), value));
    }
    return new JsonBody(inner);
  }
}
