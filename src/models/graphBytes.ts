import { delimitedField, packedVarints, protoFields } from './protobuf.ts';

/** Field numbers of onnx.proto (ONNX IR version 8). */
const MODEL_GRAPH = 7;
const GRAPH_INITIALISER = 5;
const GRAPH_OUTPUT = 12;
const VALUE_NAME = 1;
const TENSOR = { dims: 1, dtype: 2, name: 8, raw: 9, external: 13 } as const;

/** Element types of TensorProto that are read here. */
export const ELEMENT = { float32: 1, uint8: 2, int8: 3, float16: 10 } as const;

/** What an initialiser says of data that lie in a file of their own. */
export interface ExternalPlace {
  readonly location: string;
  readonly offset: number;
  readonly length: number;
}

/** A constant of a graph. */
export interface Initialiser {
  readonly name: string;
  readonly dims: readonly number[];
  /** TensorProto.DataType, see ELEMENT. */
  readonly dtype: number;
  /** Its bytes, little endian, a view of the graph's; null where they lie elsewhere. */
  readonly data: Uint8Array<ArrayBuffer> | null;
  readonly external: ExternalPlace | null;
}

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The names of a model's outputs, in order. Throws a RangeError where the bytes are no ONNX model. */
export function outputNames(model: Uint8Array<ArrayBuffer>): string[] {
  const names: string[] = [];
  for (const graph of protoFields(model)) {
    if (graph.number !== MODEL_GRAPH || !graph.delimited) continue;
    for (const output of protoFields(model, graph.from, graph.to)) {
      if (output.number !== GRAPH_OUTPUT || !output.delimited) continue;
      for (const field of protoFields(model, output.from, output.to)) {
        if (field.number === VALUE_NAME) names.push(decoder.decode(model.subarray(field.from, field.to)));
      }
    }
  }
  return names;
}

/**
 * The model with more outputs, internal tensors by their names: a second graph that holds nothing but these outputs
 * is put behind the first, and every protobuf reader merges the two. ONNX Runtime infers their types. Names that are
 * outputs already stay what they are.
 */
export function withOutputs(
  model: Uint8Array<ArrayBuffer>,
  names: readonly string[],
): Uint8Array<ArrayBuffer> {
  const known = new Set(outputNames(model));
  const outputs = names
    .filter((name) => !known.has(name))
    .map((name) => delimitedField(GRAPH_OUTPUT, delimitedField(VALUE_NAME, encoder.encode(name))));
  const graph = delimitedField(MODEL_GRAPH, joined(outputs));
  return joined([model, graph]);
}

/** The constants of a graph, one after another. Throws a RangeError where the bytes are no ONNX model. */
function* initialisers(model: Uint8Array<ArrayBuffer>): Generator<Initialiser> {
  for (const graph of protoFields(model)) {
    if (graph.number !== MODEL_GRAPH || !graph.delimited) continue;
    for (const field of protoFields(model, graph.from, graph.to)) {
      if (field.number === GRAPH_INITIALISER && field.delimited) {
        yield readTensor(model, field.from, field.to);
      }
    }
  }
}

/**
 * The initialiser with this name, or null where the graph has none. Throws a RangeError where the bytes are no
 * ONNX model.
 */
export function initialiser(model: Uint8Array<ArrayBuffer>, name: string): Initialiser | null {
  for (const found of initialisers(model)) if (found.name === name) return found;
  return null;
}

/** The constants of a graph by their names. Throws as `initialiser`. */
export function initialisersByName(model: Uint8Array<ArrayBuffer>): Map<string, Initialiser> {
  return new Map(Array.from(initialisers(model), (found) => [found.name, found]));
}

/** The files outside the model that its constants lie in, by the names it gives them. Throws as `initialiser`. */
export function externalFiles(model: Uint8Array<ArrayBuffer>): Set<string> {
  const names = new Set<string>();
  for (const { external } of initialisers(model)) if (external) names.add(external.location);
  return names;
}

/**
 * A copy of the model in which every number of a float32 or float16 initialiser is `fill`. Throws a RangeError where
 * the model has no such initialiser in its own bytes, or of another type.
 */
export function withInitialiser(
  model: Uint8Array<ArrayBuffer>,
  name: string,
  fill: 0 | 1,
): Uint8Array<ArrayBuffer> {
  const found = initialiser(model, name);
  if (!found?.data) throw new RangeError(`the graph has no initialiser ${name} of its own`);
  const copy = model.slice();
  const { byteOffset, byteLength } = found.data;
  const at = byteOffset - model.byteOffset;
  const one = onePattern(found.dtype);
  if (!one) throw new RangeError(`${name} is of type ${found.dtype}`);
  for (let index = 0; index < byteLength; index++)
    copy[at + index] = fill === 1 ? one[index % one.length] : 0;
  return copy;
}

/** The bytes of the number 1. */
function onePattern(dtype: number): readonly number[] | null {
  if (dtype === ELEMENT.float32) return [0, 0, 0x80, 0x3f];
  if (dtype === ELEMENT.float16) return [0, 0x3c];
  return null;
}

/** The TensorProto at [from, to). */
function readTensor(model: Uint8Array<ArrayBuffer>, from: number, to: number): Initialiser {
  const dims: number[] = [];
  const external = new Map<string, string>();
  let name = '';
  let dtype = 0;
  let data: Uint8Array<ArrayBuffer> | null = null;
  for (const field of protoFields(model, from, to)) {
    if (field.number === TENSOR.dims) {
      if (field.delimited) dims.push(...packedVarints(model, field.from, field.to));
      else dims.push(field.varint);
    } else if (field.number === TENSOR.dtype) dtype = field.varint;
    else if (field.number === TENSOR.name) name = decoder.decode(model.subarray(field.from, field.to));
    else if (field.number === TENSOR.raw) data = model.subarray(field.from, field.to);
    else if (field.number === TENSOR.external) readEntry(model, field.from, field.to, external);
  }
  return { name, dims, dtype, data, external: placeOf(external) };
}

/** A StringStringEntryProto. */
function readEntry(bytes: Uint8Array, from: number, to: number, entries: Map<string, string>): void {
  let key = '';
  let value = '';
  for (const field of protoFields(bytes, from, to)) {
    const text = decoder.decode(bytes.subarray(field.from, field.to));
    if (field.number === 1) key = text;
    else if (field.number === 2) value = text;
  }
  entries.set(key, value);
}

function placeOf(entries: ReadonlyMap<string, string>): ExternalPlace | null {
  const location = entries.get('location');
  if (location === undefined) return null;
  return { location, offset: Number(entries.get('offset') ?? 0), length: Number(entries.get('length') ?? 0) };
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
