/** Columns as wide as their widest cell (a Chinese character counts two), the first two left, the rest right. */
export function formatTable(head, rows) {
  const width = (text) => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);
  const cells = [head, ...rows].map((row) => row.map((cell) => String(cell)));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => width(row[column]))));
  const line = (row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(widths[column] - width(cell));
        return column < 2 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd();
  return [
    line(cells[0]),
    widths.map((length) => '─'.repeat(length)).join('  '),
    ...cells.slice(1).map(line),
  ].join('\n');
}

/** A median with the least and greatest of its runs. */
export function spreadOf({ median, low, high }, digits = 0) {
  const show = (value) => value.toFixed(digits);
  return low === high ? show(median) : `${show(median)} (${show(low)}–${show(high)})`;
}
