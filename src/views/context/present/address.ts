/** A text in three parts, of which the middle one is left out of sight. */
export interface Elided {
  readonly head: string;
  readonly middle: string;
  readonly tail: string;
}

/**
 * Leaves out the middle of a text longer than `most` characters, so that two thirds of what is seen are its
 * beginning (of an address: the host and the first parameters). The parts joined are the text.
 */
export function elideMiddle(text: string, most: number): Elided {
  if (text.length <= most) return { head: text, middle: '', tail: '' };
  const seen = most - 1;
  const head = Math.ceil((seen * 2) / 3);
  const tail = text.length - (seen - head);
  return { head: text.slice(0, head), middle: text.slice(head, tail), tail: text.slice(tail) };
}

/** Whether an address names the machine it is opened on (RFC 6761, RFC 1122), so that no other can open it. */
export function onlyThisMachine(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const host = new URL(address).hostname.replace(/\.$/, '');
  return /^(localhost|.*\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(host);
}
