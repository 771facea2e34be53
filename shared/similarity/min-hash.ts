/**
 * MinHash signatures (Broder, 1997): two texts have the same number at one place of their signatures with a
 * chance that is the Jaccard similarity of their shingles.
 */
import { mix32, type Shingles, shinglesOf } from "./shingles.ts";

export type Signature = Uint32Array<ArrayBuffer>;

/** Numbers per signature. */
export const signatureSize = 96;

/** Every signature is made with the same seed, so that those of different runs can be compared. */
const seed = 0x5eed1e55;

/**
 * One order of all 32-bit values per place: each is one to one, so that no two shingles tie, and each is made
 * from the seed alone. Multiply-and-add modulo 2³² would be faster, but is not even over the low bits.
 */
const keys = Uint32Array.from({ length: signatureSize }, (_, place) => mix32(seed + place * 0x9e3779b9));

/** The signature of a text; that of a text without words resembles no other one's. */
export function signatureOf(text: string): Signature {
  return signatureOfShingles(shinglesOf(text));
}

/** @param size numbers in the signature, at most `signatureSize` */
export function signatureOfShingles(shingles: Shingles, size = signatureSize): Signature {
  const signature = new Uint32Array(size).fill(0xffffffff);
  for (let place = 0; place < size; place += 1) {
    const key = keys[place] ?? 0;
    let least = 0xffffffff;
    for (let index = 0; index < shingles.length; index += 1) {
      const value = mix32((shingles[index] ?? 0) ^ key);
      if (value < least) least = value;
    }
    signature[place] = least;
  }
  return signature;
}
