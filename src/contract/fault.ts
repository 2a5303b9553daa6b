/**
 * A refusal or failure that the user can be told about. `code` picks the sentence in src/language/,
 * `details` fills its blanks. Everything else that is thrown is a bug and shows as `internal`.
 */
export type FaultCode =
  | 'internal'
  | 'worker-failed'
  | 'worker-missing'
  | 'asset-unreachable'
  | 'asset-corrupt'
  | 'asset-refused'
  | 'card-invalid'
  | 'out-of-memory'
  | 'model-memory'
  | 'runtime-failed'
  | 'self-check-failed'
  | 'device-lost'
  | 'webgl-missing'
  | 'webgl-lost'
  | 'too-few-points'
  | 'vectors-invalid'
  | 'no-texts'
  | 'no-beginning'
  | 'no-word'
  | 'no-sentences'
  | 'words-unknown'
  | 'expr-invalid'
  | 'points-nowhere'
  | 'axis-empty'
  | 'word-nowhere'
  | 'word-inside-only'
  | 'nothing-embedded'
  | 'nothing-shared'
  | 'data-invalid'
  | 'word-unknown'
  | 'link-too-long'
  | 'link-broken'
  | 'download-declined'
  | 'file-too-large'
  | 'no-picture';

/** Values for a sentence's blanks: names, counts, bytes. */
export type FaultDetails = Record<string, string | number>;

export class Fault extends Error {
  readonly code: FaultCode;
  readonly details: FaultDetails;

  constructor(code: FaultCode, details: FaultDetails = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'Fault';
    this.code = code;
    this.details = details;
  }
}

/** The fault behind anything that was thrown; what is not a Fault becomes `internal` with its message. */
export function faultFrom(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new Fault('internal', { message }, { cause: error });
}

/** Whether `error` says that the caller cancelled (an AbortError), which is never shown as a fault. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
