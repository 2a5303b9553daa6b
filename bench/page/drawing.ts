import { createElement, createRef } from 'react';
import { createRoot } from 'react-dom/client';
import type { MapMode, SemanticMapHandle, SemanticMapProps } from '../../src/scene/mapProps.ts';
import { groupColours, groupShapes } from '../../src/scene/palette.ts';
import SemanticMap from '../../src/scene/SemanticMap.tsx';
import { seededRandom } from '../../src/vectors/random.ts';

/** What was asked of the graphics card since the page began. */
interface Asked {
  draws: number;
  /** Bytes given to bufferData and bufferSubData: of each call the most, and of all. */
  mostUploaded: number;
  uploaded: number;
  /** Bytes of the vertex buffers that there are now. */
  onGpu: number;
}

declare global {
  var drawingBench: {
    /** Makes n seeded points in 40 clouds with names and groups; draws nothing yet. */
    prepare(n: number, how: { theme: 'dark' | 'light'; dims: 2 | 3 }): void;
    /** Mounts the map; done when its first frame is drawn. */
    mount(): Promise<void>;
    /** The points move: all of them, elsewhere. */
    move(): void;
    recolour(): void;
    mode(mode: MapMode): void;
    /** How often the map said which point is under the pointer, and how many points a box held. */
    said(): { hovers: number; inside: number };
    asked(): Asked;
    frames(): number;
    labels(): number;
  };
}

const GROUPS = 12;
const CLOUDS = 40;
const LETTERS = 'aeioubcdfghklmnprstvwxyz';

const asked: Asked = { draws: 0, mostUploaded: 0, uploaded: 0, onGpu: 0 };
countCalls();

let props: SemanticMapProps | null = null;
let first: Float32Array | null = null;
let second: Float32Array | null = null;
const said = { hovers: 0, inside: 0 };
const handle = createRef<SemanticMapHandle>();
const root = createRoot(document.getElementById('root') as HTMLElement);

function clouds(n: number, dims: 2 | 3, seed: number): Float32Array {
  const random = seededRandom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const middles = Float32Array.from({ length: CLOUDS * dims }, () => 10 * normal());
  const positions = new Float32Array(n * dims);
  for (let k = 0; k < positions.length; k++) {
    const cloud = Math.floor(k / dims) % CLOUDS;
    positions[k] = middles[cloud * dims + (k % dims)] + 2.5 * normal();
  }
  return positions;
}

function word(index: number): string {
  let text = '';
  for (let rest = index + 600; rest > 0; rest = Math.floor(rest / LETTERS.length))
    text += LETTERS[rest % LETTERS.length];
  return text;
}

function coloursOf(n: number, theme: 'dark' | 'light', shift: number): Uint8Array {
  const palette = groupColours(GROUPS, theme);
  const colours = new Uint8Array(n * 3);
  for (let i = 0; i < n; i++) {
    const group = (i + shift) % GROUPS;
    for (let c = 0; c < 3; c++) colours[i * 3 + c] = palette[group * 3 + c];
  }
  return colours;
}

function draw(): void {
  if (props) root.render(createElement(SemanticMap, { ...props, ref: handle }));
}

globalThis.drawingBench = {
  prepare(n, { theme, dims }) {
    first = clouds(n, dims, 1);
    second = first.map((value, k) => value + Math.sin(k) * 0.8);
    const forms = groupShapes(GROUPS);
    props = {
      positions: first,
      dims,
      colours: coloursOf(n, theme, 0),
      shapes: Uint8Array.from({ length: n }, (_, i) => forms[i % GROUPS]),
      visible: new Uint8Array(n).fill(2),
      labels: Array.from({ length: n }, (_, i) => word(i)),
      labelPriority: Float32Array.from({ length: n }, (_, i) => -i),
      selected: null,
      compared: null,
      hovered: null,
      highlighted: new Int32Array(0),
      captions: Array.from({ length: GROUPS }, (_, group) => ({
        text: `Group ${group}`,
        at: Array.from(first?.subarray(group * dims, (group + 1) * dims) ?? []),
      })),
      theme,
      lang: 'en',
      reducedMotion: false,
      mode: 'orbit',
      ariaLabel: 'map',
      onHover(index) {
        said.hovers += 1;
        if (props) props = { ...props, hovered: index };
        draw();
      },
      onRegion(indices) {
        said.inside = indices.length;
      },
    };
  },
  mount: () =>
    new Promise((resolve) => {
      if (props) props = { ...props, onReady: resolve };
      draw();
    }),
  move() {
    if (props && first && second) props = { ...props, positions: props.positions === first ? second : first };
    draw();
  },
  recolour() {
    if (props) props = { ...props, colours: coloursOf(props.labels.length, props.theme, 1) };
    draw();
  },
  mode(mode) {
    if (props) props = { ...props, mode };
    draw();
  },
  said: () => ({ ...said }),
  asked: () => ({ ...asked }),
  frames: () => handle.current?.framesDrawn() ?? 0,
  labels: () => handle.current?.labelled().length ?? 0,
};

/** Counts what WebGL is asked for, by wrapping its calls. */
function countCalls(): void {
  const { prototype } = WebGL2RenderingContext;
  for (const name of [
    'drawArrays',
    'drawElements',
    'drawArraysInstanced',
    'drawElementsInstanced',
  ] as const) {
    const plain = prototype[name] as (...given: number[]) => void;
    Object.assign(prototype, {
      [name](this: WebGL2RenderingContext, ...given: number[]) {
        asked.draws += 1;
        plain.apply(this, given);
      },
    });
  }
  const { bindBuffer, bufferData, bufferSubData, deleteBuffer } = prototype;
  const note = (bytes: number): void => {
    asked.uploaded += bytes;
    asked.mostUploaded = Math.max(asked.mostUploaded, bytes);
  };
  const bound = new Map<number, WebGLBuffer | null>();
  const sizes = new Map<WebGLBuffer, number>();
  const resize = (buffer: WebGLBuffer | null | undefined, bytes: number): void => {
    if (!buffer) return;
    asked.onGpu += bytes - (sizes.get(buffer) ?? 0);
    sizes.set(buffer, bytes);
  };
  Object.assign(prototype, {
    bindBuffer(this: WebGL2RenderingContext, target: number, buffer: WebGLBuffer | null) {
      bound.set(target, buffer);
      bindBuffer.call(this, target, buffer);
    },
    deleteBuffer(this: WebGL2RenderingContext, buffer: WebGLBuffer | null) {
      resize(buffer, 0);
      deleteBuffer.call(this, buffer);
    },
    bufferData(this: WebGL2RenderingContext, ...given: [number, ArrayBufferView | number, number]) {
      const [target, data] = given;
      // a size alone makes room and sends nothing
      if (typeof data !== 'number') note(data.byteLength);
      resize(bound.get(target), typeof data === 'number' ? data : data.byteLength);
      (bufferData as (...all: unknown[]) => void).apply(this, given);
    },
    bufferSubData(
      this: WebGL2RenderingContext,
      ...given: [number, number, ArrayBufferView, number?, number?]
    ) {
      const [, , view, , count] = given;
      const width = view instanceof DataView ? 1 : (view as Float32Array).BYTES_PER_ELEMENT;
      note(count ? count * width : view.byteLength);
      (bufferSubData as (...all: unknown[]) => void).apply(this, given);
    },
  });
}
