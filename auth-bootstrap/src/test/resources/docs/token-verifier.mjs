import { createPublicKey, verify } from 'node:crypto';

const KEEP_MILLIS = 5 * 60_000;
const PAUSE_MILLIS = 10_000;

/** Verifies access tokens by the keys that the auth service publishes. Make one and share it. */
export class TokenVerifier {
  #issuer; #audience; #address;
  #keys = new Map();
  #asked = -Infinity;
  #loading;

  /**
   * @param issuer the AUTH_ISSUER of the auth service, letter by letter
   * @param audience its AUTH_TOKEN_AUDIENCE
   * @param keys <issuer>/.well-known/jwks.json, or where else it can be had
   */
  constructor(issuer, audience, keys) {
    this.#issuer = issuer;
    this.#audience = audience;
    this.#address = keys;
  }

  /** The claims of a token that is good by itself; rejects with the reason if it is not. */
  async verify(token) {
    const [head, body, signature, more] = token.split('.');
    if (signature === undefined || more !== undefined) throw new Error('no JWT');
    const header = decoded(head);
    // One algorithm, whatever the token's header asks for (RFC 8725 section 3.1).
    if (header.alg !== 'ES256') throw new Error('another algorithm');
    // An access token, and no other JWT that the same key may have signed (RFC 9068 section 4).
    if (header.typ !== 'at+jwt') throw new Error('no access token');
    const key = await this.#key(header.kid);
    if (!key) throw new Error('unknown key');
    const seal = { key, dsaEncoding: 'ieee-p1363' };
    if (!verify('sha256', Buffer.from(`${head}.${body}`), seal, Buffer.from(signature, 'base64url'))) {
      throw new Error('bad signature');
    }
    const claims = decoded(body);
    if (claims.iss !== this.#issuer) throw new Error('another issuer');
    if (![claims.aud].flat().includes(this.#audience)) throw new Error('another audience');
    if (!(claims.exp > Date.now() / 1000)) throw new Error('expired');
    return claims;
  }

  /** Asks for the keys when they are old, and for a kid that is new: not more often than each ten seconds, whatever comes in. */
  async #key(kid) {
    const age = performance.now() - this.#asked;
    if (age > KEEP_MILLIS || (age > PAUSE_MILLIS && !this.#keys.has(kid))) {
      this.#asked = performance.now();
      this.#loading = this.#load();
    }
    await this.#loading;
    return this.#keys.get(kid);
  }

  async #load() {
    // None is believed while they can't be had.
    this.#keys = new Map();
    const answer = await fetch(this.#address);
    if (!answer.ok) throw new Error(`the keys can't be had: ${answer.status}`);
    const { keys } = await answer.json();
    this.#keys = new Map(keys.map((jwk) => [jwk.kid, createPublicKey({ key: jwk, format: 'jwk' })]));
  }
}

function decoded(part) {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}
