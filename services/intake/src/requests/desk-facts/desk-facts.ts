/** Degrees of latitude in a metre. */
const DEGREES_PER_METRE = 1 / 111_195;

/** The box within which everything lies that is so many metres from a point, as west, south, east, north. */
export function boxAround([longitude = 0, latitude = 0]: readonly number[], metres: number): readonly [number, number, number, number] {
  const up = metres * DEGREES_PER_METRE;
  const across = up / Math.max(Math.cos((latitude * Math.PI) / 180), 0.01);
  return [longitude - across, latitude - up, longitude + across, latitude + up];
}
