package io.cinema.auth.adapter.crypto.token;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A token of the shape that we sign: JWS compact serialisation (RFC 7515 section 7.1), ES256, a
 * {@code kid} and nothing else in the header but {@code typ}, so that a key brought along, a {@code
 * crit} or a compression is refused without being looked at. Nothing in it is proven yet.
 */
final class CompactToken {
  private static final Pattern SHAPE = Pattern.compile("([\\w-]+)\\.([\\w-]+)\\.([\\w-]{86})");
  private static final Set<String> HEADER = Set.of("alg", "kid", "typ");

  private final String kid;
  private final @Nullable String type;
  private final String signingInput;
  private final Base64URL payload;
  private final byte[] signature;

  private CompactToken(Map<String, Object> header, Matcher parts) throws ParseException {
    String givenKid = JSONObjectUtils.getString(header, "kid");
    if (!HEADER.containsAll(header.keySet())
        || !"ES256".equals(JSONObjectUtils.getString(header, "alg"))
        || givenKid == null) {
      throw new ParseException("not a header of ours", 0);
    }
    kid = givenKid;
    type = JSONObjectUtils.getString(header, "typ");
    signingInput = parts.group(1) + '.' + parts.group(2);
    payload = new Base64URL(parts.group(2));
    signature = canonical(new Base64URL(parts.group(3)));
  }

  /**
   * @throws ParseException when it has another shape
   */
  static CompactToken parse(String text) throws ParseException {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new ParseException("not a compact token", 0);
    }
    return new CompactToken(json(new Base64URL(parts.group(1))), parts);
  }

  String kid() {
    return kid;
  }

  @Nullable String type() {
    return type;
  }

  boolean isSignedBy(OpenedKey key) {
    return key.verifies(signingInput.getBytes(StandardCharsets.US_ASCII), signature);
  }

  /**
   * @throws ParseException when the payload is no JSON object
   */
  Map<String, Object> claims() throws ParseException {
    return json(payload);
  }

  /** The library takes some arrays, and {@code null}, for an object. */
  private static Map<String, Object> json(Base64URL part) throws ParseException {
    String text = part.decodeToString();
    if (!text.startsWith("{")) {
      throw new ParseException("not a JSON object", 0);
    }
    return JSONObjectUtils.parse(text);
  }

  /** The last character has bits to spare: of its spellings only the canonical one is read. */
  private static byte[] canonical(Base64URL part) throws ParseException {
    byte[] bytes = part.decode();
    if (!Base64URL.encode(bytes).equals(part)) {
      throw new ParseException("not canonical base64url", 0);
    }
    return bytes;
  }
}
