/**
 * Vectors as the neighbour kernels read them: each row as int16 of `stride` numbers (a multiple of 8, zeroes at the end)
 * whose length is 32767, so that |q · r| < 2³¹ for any two rows (Cauchy and Schwarz), and four float32 facts about it, each
 * in a plane of its own, `plane` bytes apart. Rows and planes are padded with zeroes to a multiple of 4 rows.
 */

const LENGTH: f64 = 32767;

/**
 * Makes rows `from` … `to` of `data` (n × dim float32) into int16 rows. Of each row, after `mean` (dim float64) is taken
 * away under Euclidean distance, or its length divided out under cosine:
 * plane 0: what its int16 numbers are multiplied by; 1: half its squared length, to be subtracted from products under
 * Euclidean distance, 0 under cosine; 2: its length (1 under cosine, 0 for a zero row); 3: the length of what rounding
 * took away. So x · y − |y|² / 2, greatest for the nearest y, is known to within the product of lengths and losses.
 */
export function quantiseRows(
  scratch: usize,
  from: i32,
  to: i32,
  data: usize,
  dim: i32,
  stride: i32,
  cosine: i32,
  mean: usize,
  rows: usize,
  facts: usize,
  plane: usize,
): void {
  for (let row = from; row < to; row++) {
    const at = data + ((<usize>row * dim) << 2);
    let squares: f64 = 0;
    for (let d = 0; d < dim; d++) {
      const value = <f64>load<f32>(at + (<usize>d << 2)) - (cosine ? 0 : load<f64>(mean + (<usize>d << 3)));
      squares += value * value;
    }
    const norm = Math.sqrt(squares);
    const up = norm > 0 ? LENGTH / norm : 0;
    const target = rows + ((<usize>row * stride) << 1);
    let lost: f64 = 0;
    for (let d = 0; d < dim; d++) {
      const value = <f64>load<f32>(at + (<usize>d << 2)) - (cosine ? 0 : load<f64>(mean + (<usize>d << 3)));
      const exact = value * up;
      const rounded = nearest(exact);
      lost += (exact - rounded) * (exact - rounded);
      store<i16>(target + (<usize>d << 1), <i16>rounded);
    }
    for (let d = dim; d < stride; d++) store<i16>(target + (<usize>d << 1), 0);
    const length = cosine ? (norm > 0 ? 1.0 : 0.0) : norm;
    const fact = facts + (<usize>row << 2);
    store<f32>(fact, <f32>(length / LENGTH));
    store<f32>(fact + plane, cosine ? 0 : <f32>(0.5 * norm * norm));
    store<f32>(fact + 2 * plane, <f32>length);
    store<f32>(fact + 3 * plane, <f32>((Math.sqrt(lost) * length) / LENGTH));
  }
}
