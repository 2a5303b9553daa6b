/** One field of a protobuf message, as it lies in the bytes. */
export interface ProtoField {
  readonly number: number;
  /** The value of a varint; 0 for every other kind. Exact below 2⁵³. */
  readonly varint: number;
  /** Where a length-delimited value lies; for other kinds where their bytes lie. End excluded. */
  readonly from: number;
  readonly to: number;
  /** Whether the value is length-delimited: a string, bytes, a message or packed numbers. */
  readonly delimited: boolean;
}

/** Reads the varint at `at`; beyond 64 bits, or past the end of the bytes, it throws a RangeError. */
function readVarint(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let index = 0; index < 10; index++) {
    if (at + index >= bytes.length) break;
    const byte = bytes[at + index];
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  throw new RangeError(`no varint at byte ${at}`);
}

/**
 * The fields of the message at [from, to), in their order, none of it copied. Protocol Buffers encoding as of
 * protobuf.dev/programming-guides/encoding; groups are not read. Throws a RangeError where the bytes are no message.
 */
export function* protoFields(bytes: Uint8Array, from = 0, to = bytes.length): Generator<ProtoField> {
  let at = from;
  while (at < to) {
    const tag = readVarint(bytes, at);
    const number = Math.floor(tag.value / 8);
    const wire = tag.value % 8;
    let start = tag.next;
    let end = start;
    let varint = 0;
    if (wire === 0) {
      const read = readVarint(bytes, start);
      varint = read.value;
      end = read.next;
    } else if (wire === 2) {
      const length = readVarint(bytes, start);
      start = length.next;
      end = start + length.value;
    } else if (wire === 1) end = start + 8;
    else if (wire === 5) end = start + 4;
    else throw new RangeError(`wire type ${wire} at byte ${at}`);
    if (end > to) throw new RangeError(`field ${number} at byte ${at} is longer than its message`);
    yield { number, varint, from: start, to: end, delimited: wire === 2 };
    at = end;
  }
}

/** The varints packed one after another in [from, to). */
export function packedVarints(bytes: Uint8Array, from: number, to: number): number[] {
  const values: number[] = [];
  for (let at = from; at < to; ) {
    const { value, next } = readVarint(bytes, at);
    values.push(value);
    at = next;
  }
  return values;
}

/** A length-delimited field as bytes: tag, length, value. */
export function delimitedField(number: number, value: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = [...varintBytes(number * 8 + 2), ...varintBytes(value.length)];
  const field = new Uint8Array(head.length + value.length);
  field.set(head);
  field.set(value, head.length);
  return field;
}

function varintBytes(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return bytes;
}
