/** From here on an insertion is done by us: the browser's own editing is quadratic in lines (10,000 take minutes). */
const LONG = 2000;

/**
 * Makes pasting or inserting a long text into a textarea immediate, at the price of the browser's undo for it.
 * @returns what takes it back
 */
export function insertFast(area: HTMLTextAreaElement): () => void {
  const insert = (event: InputEvent) => {
    const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (!event.cancelable || !event.inputType.startsWith('insert') || text.length < LONG) return;
    event.preventDefault();
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  area.addEventListener('beforeinput', insert);
  return () => area.removeEventListener('beforeinput', insert);
}
