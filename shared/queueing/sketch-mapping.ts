/** Which bucket of a sketch a duration falls in: the logarithmic mapping of DDSketch's reference library. */
import { DDSketch } from "@datadog/sketches-js";

/** Every quantile is within this share of an exact nearest-rank value. */
export const sketchRelativeAccuracy = 0.01;

export const { mapping } = new DDSketch({ relativeAccuracy: sketchRelativeAccuracy });

/** The bucket of zero, which no duration has. */
export const zeroBucket = -(2 ** 30);

/** The bucket that a value in seconds falls in: found once where many sketches take the value in. */
export function bucketOf(valueSeconds: number): number {
  return valueSeconds > 0 ? mapping.key(valueSeconds) : zeroBucket;
}
