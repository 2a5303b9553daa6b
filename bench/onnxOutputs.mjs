/**
 * Renames an ONNX file's outputs without any ONNX library, on the protobuf wire (onnx.proto): ModelProto field 7 is
 * the graph, whose fields 1, 12 are its nodes and outputs. Two fields 7 in one file are merged by every reader.
 */

const GRAPH = 7;
const NODE = 1;
const OUTPUT = 12;

function varint(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

/** The fields of a message: number, where the whole field lies, and its content where it has a length. */
function* fields(bytes) {
  for (let at = 0; at < bytes.length; ) {
    const from = at;
    const [key, afterKey] = varint(bytes, at);
    const [number, type] = [Math.floor(key / 8), key % 8];
    let content = null;
    if (type === 0) [, at] = varint(bytes, afterKey);
    else if (type === 1) at = afterKey + 8;
    else if (type === 5) at = afterKey + 4;
    else if (type === 2) {
      const [length, start] = varint(bytes, afterKey);
      at = start + length;
      content = bytes.subarray(start, at);
    } else throw new RangeError(`protobuf wire type ${type} at byte ${from}`);
    yield { number, whole: bytes.subarray(from, at), content };
  }
}

function field(number, ...contents) {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  const head = [];
  for (const value of [number * 8 + 2, length]) {
    let rest = value;
    while (rest > 127) {
      head.push((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    head.push(rest);
  }
  return Buffer.concat([Buffer.from(head), ...contents]);
}

const nameOf = (message) => [...fields(message)].find(({ number }) => number === 1).content.toString();

/**
 * The same graph with one output: `from`, called `to`.
 * @param bytes a Buffer with an ONNX file
 * @throws Error where the graph has no output `from`
 */
export function keepOneOutput(bytes, from, to) {
  const parts = [];
  let type = null;
  for (const part of fields(bytes)) {
    if (part.number !== GRAPH) {
      parts.push(part.whole);
      continue;
    }
    const inner = [];
    for (const item of fields(part.content)) {
      if (item.number !== OUTPUT) inner.push(item.whole);
      else if (nameOf(item.content) === from) {
        type = [...fields(item.content)].filter(({ number }) => number !== 1).map(({ whole }) => whole);
      }
    }
    parts.push(field(GRAPH, ...inner));
  }
  if (!type) throw new Error(`the graph has no output ${from}`);
  const text = (number, value) => field(number, Buffer.from(value));
  const identity = field(NODE, text(1, from), text(2, to), text(3, to), text(4, 'Identity'));
  parts.push(field(GRAPH, identity, field(OUTPUT, text(1, to), ...type)));
  return Buffer.concat(parts);
}
