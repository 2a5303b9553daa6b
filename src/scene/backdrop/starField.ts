/** Stars: n × 3 unit directions and n brightnesses, 0 to 1. */
export interface StarField {
  directions: Float32Array;
  brightness: Float32Array;
}

/**
 * `count` stars spread evenly over the sphere without looking regular: R2 low-discrepancy points (Roberts 2018),
 * always the same ones. Few are bright, as in the sky.
 */
export function starField(count: number): StarField {
  const directions = new Float32Array(count * 3);
  const brightness = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const u = (0.5 + i * 0.7548776662466927) % 1;
    const v = (0.5 + i * 0.5698402909980532) % 1;
    // a hash breaks up the lattice that the sequence shows
    const jitter = Math.abs(Math.sin(i * 127.1 + 11.7) * 43758.5453) % 1;
    const z = 1 - 2 * ((u + jitter * 0.13) % 1);
    const turn = 2 * Math.PI * ((v + jitter * 0.37) % 1);
    const flat = Math.sqrt(1 - z * z);
    directions.set([flat * Math.cos(turn), z, flat * Math.sin(turn)], i * 3);
    brightness[i] = 0.38 + 0.62 * jitter ** 5;
  }
  return { directions, brightness };
}
