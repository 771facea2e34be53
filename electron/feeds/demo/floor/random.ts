/** Seeded randomness: one independent stream per purpose, so that one never shifts another. */
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A lognormal distribution by what people know of it: its mean, and standard deviation ÷ mean. */
export interface Lognormal {
  readonly meanSeconds: number;
  readonly cv: number;
}

/** A stream of random values. The same seed and name give the same values on every machine. */
export class Random {
  readonly #generator: ReturnType<typeof xoroshiro128plus>;

  constructor(seed: number, name: string) {
    this.#generator = xoroshiro128plus(hash(seed, name));
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return uniformFloat64(this.#generator);
  }

  /** Uniform in [from, to). */
  between(from: number, to: number): number {
    return from + (to - from) * this.unit();
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** One of the values, each as likely; undefined where there is none. */
  pick<T>(values: readonly T[]): T | undefined {
    return values.length === 0 ? undefined : values[uniformInt(this.#generator, 0, values.length - 1)];
  }

  /** Exponential with the given mean, by inversion. */
  exponential(mean: number): number {
    return -mean * Math.log1p(-this.unit());
  }

  /** Lognormal, in milliseconds: exp(μ + σZ) with σ² = ln(1 + cv²) and μ = ln(mean) − σ²/2. */
  lognormalMs({ meanSeconds, cv }: Lognormal): number {
    const variance = Math.log1p(cv * cv);
    const mu = Math.log(meanSeconds * 1_000) - variance / 2;
    return Math.exp(mu + Math.sqrt(variance) * this.#normal());
  }

  /** How many of a Poisson process with this mean: counts unit exponentials until they pass it. */
  poisson(mean: number): number {
    let count = 0;
    for (let sum = this.exponential(1); sum < mean; sum += this.exponential(1)) count += 1;
    return count;
  }

  /** Standard normal, by Box and Muller. */
  #normal(): number {
    const radius = Math.sqrt(this.exponential(2));
    return radius * Math.cos(2 * Math.PI * this.unit());
  }
}

/** FNV-1a over the name, begun with the seed: streams of one seed differ as much as two seeds do. */
function hash(seed: number, name: string): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (const character of name) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value | 0;
}
