/** Passphrases are kept as hashes by argon2id, the library's own choice, with OWASP's parameters for it. */
import { hash, verify } from "@node-rs/argon2";

const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A hash that tells its own parameters and salt. */
export function hashPassphrase(passphrase: string): Promise<string> {
  return hash(passphrase.normalize("NFC"), parameters);
}

/** Whether the hash was made of this passphrase. */
export function isPassphrase(passphrase: string, passphraseHash: string): Promise<boolean> {
  return verify(passphraseHash, passphrase.normalize("NFC"));
}
