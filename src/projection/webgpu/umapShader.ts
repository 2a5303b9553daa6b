/** The layout of `Step`, in 32-bit words. */
export const STEP_WORDS = 12;
/** Threads of a workgroup, one a vertex. */
export const VERTICES_OF_GROUP = 64;

/** umap-learn's negative_sample_rate. */
const NEGATIVES = 5;

/**
 * One epoch of UMAP's optimiser for a block of vertices, "owner computes": each thread moves one vertex along all its
 * edges and writes nobody else's, so the result does not depend on the order of threads. Others are seen where they were
 * when the epoch began. Where the sequential algorithm moves both ends of an edge, here each end moves itself once for
 * the edge and once for its mirrored one, which acts in the same epoch. The mirrored pulls run half a round apart from
 * the own ones: in the sequential algorithm they come at other moments too, and this keeps both trustworthiness and
 * continuity (docs/decisions/projection-webgpu.md).
 *
 * Negative samples come from a counter-based hash of (seed, epoch, edge, sample): PCG's output permutation (O'Neill
 * 2014) as Jarzynski & Olano (2020, JCGT 9(3)) use it on GPUs.
 */
export function umapShader(dims: 2 | 3): string {
  // a vec3f in a buffer takes the place of a vec4f
  const point = dims === 2 ? 'vec2f' : 'vec4f';
  const parting = dims === 2 ? 'vec2f(4, 4)' : 'vec4f(4, 4, 4, 0)';
  return /* wgsl */ `
struct Step {
  first: u32,     // the first vertex of the block
  end: u32,
  firstEdge: u32, // the number of the block's first edge
  n: u32,
  epoch: u32,
  shift: u32,
  seed: u32,
  alpha: f32,
  a: f32,
  b: f32,
}
@group(0) @binding(0) var<uniform> step: Step;
@group(0) @binding(1) var<storage, read> offsets: array<u32>;
@group(0) @binding(2) var<storage, read> edges: array<vec2u>;
@group(0) @binding(3) var<storage, read> before: array<${point}>;
@group(0) @binding(4) var<storage, read_write> after: array<${point}>;

// below this squared distance two places are one: pow() and divisions stay within float32
const SAME = 1e-20;
// umap-learn clips every coordinate of a gradient to this
const MOST = ${point}(4);
const PARTING = ${parting};

fn scrambled(x: u32) -> u32 {
  let state = x * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

/** Whether an edge has a turn in this epoch. Epoch 0 comes before any edge's first. */
fn acts(rate: u32) -> bool {
  let turns = (step.epoch * rate) >> step.shift;
  return step.epoch > 0u && turns != ((step.epoch - 1u) * rate) >> step.shift;
}

fn pulled(here: ${point}, there: ${point}) -> ${point} {
  let way = here - there;
  let squares = dot(way, way);
  if (squares <= SAME) { return here; }
  let power = pow(squares, step.b);
  let strength = -2.0 * step.a * step.b * power / (squares * (step.a * power + 1.0));
  return here + step.alpha * clamp(strength * way, -MOST, MOST);
}

fn pushed(here: ${point}, there: ${point}) -> ${point} {
  let way = here - there;
  let squares = dot(way, way);
  // as umap-learn parts points that lie on each other
  if (squares <= SAME) { return here + step.alpha * PARTING; }
  let strength = 2.0 * step.b / ((0.001 + squares) * (step.a * pow(squares, step.b) + 1.0));
  return here + step.alpha * clamp(strength * way, -MOST, MOST);
}

@compute @workgroup_size(${VERTICES_OF_GROUP})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let vertex = step.first + id.x;
  if (vertex >= step.end) { return; }
  let key = scrambled(step.epoch + scrambled(step.seed));
  let first = offsets[vertex];
  let count = offsets[vertex + 1u] - first;
  var here = before[vertex];
  for (var i = 0u; i < count; i++) {
    let mirrored = edges[first - step.firstEdge + (i + count / 2u) % count];
    if (acts(mirrored.y)) { here = pulled(here, before[mirrored.x]); }

    let own = edges[first - step.firstEdge + i];
    if (!acts(own.y)) { continue; }
    here = pulled(here, before[own.x]);
    var random = scrambled(first + i + key);
    for (var sample = 0u; sample < ${NEGATIVES}u; sample++) {
      random = scrambled(random + sample);
      let stranger = random % step.n;
      if (stranger != vertex) { here = pushed(here, before[stranger]); }
    }
  }
  after[vertex] = here;
}`;
}
