package io.cinema.auth.adapter.oauth.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.net.http.HttpResponse;
import java.text.ParseException;

/** Lets answers through that are worth reading. */
final class JsonAnswer {
  private static final int TOO_MANY_REQUESTS = 429;

  private JsonAnswer() {}

  /**
   * @throws UnfitAnswerException says what is wrong with it
   */
  static HTTPResponse of(HttpResponse<byte[]> answer) throws UnfitAnswerException {
    int status = answer.statusCode();
    if (status >= 500 || status == TOO_MANY_REQUESTS || status / 100 == 3) {
      throw new UnfitAnswerException("an answer with status " + status);
    }
    if (!isJson(answer.headers().firstValue("Content-Type").orElse(""))) {
      throw new UnfitAnswerException("an answer that is no JSON, with status " + status);
    }
    HTTPResponse json = new HTTPResponse(status);
    json.setEntityContentType(ContentType.APPLICATION_JSON);
    json.setBody(new String(answer.body(), UTF_8));
    return json;
  }

  /** Also {@code application/jwk-set+json} and the like. */
  private static boolean isJson(String header) {
    try {
      ContentType type = ContentType.parse(header);
      return type.matches(ContentType.APPLICATION_JSON)
          || (type.getBaseType().equals("application") && type.hasSubTypeSuffix("json"));
    } catch (ParseException notOne) {
      return false;
    }
  }
}
