/** Bytes as megabytes with one decimal, as file sizes are told everywhere: 24.1 MB. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
