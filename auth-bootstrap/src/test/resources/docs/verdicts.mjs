// For VerifyingTokensSpec: verdicts.mjs <issuer> <audience> <keys>; reads a token a line, and answers each with a line.
import { createInterface } from 'node:readline';
import { TokenVerifier } from './token-verifier.mjs';

const verifier = new TokenVerifier(...process.argv.slice(2));
for await (const token of createInterface({ input: process.stdin })) {
  console.log(await verifier.verify(token).then((claims) => `ok: ${claims.sub}`, (error) => `refused: ${error.message}`));
}
