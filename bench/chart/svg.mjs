/**
 * The little of SVG that the benches' charts need: elements, and a sheet of colours that follows the reader's light or dark
 * theme. A chart stands alone (as a picture of a Markdown page), so it brings its own ground.
 */

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text) => String(text).replace(/[&<>"]/g, (character) => ESCAPES[character]);

/** `<name attributes>content</name>`; numbers are written to a tenth of a pixel; content is markup already. */
export function element(name, attributes = {}, ...content) {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${escaped(typeof value === 'number' ? Math.round(value * 10) / 10 : value)}"`,
    )
    .join('');
  return content.length > 0
    ? `<${name}${written}>${content.flat().join('')}</${name}>`
    : `<${name}${written}/>`;
}

/** A line of text. `anchor`: start, middle or end. */
export function text(x, y, content, { kind = 'ink', anchor, title } = {}) {
  const inside = [escaped(content), ...(title ? [element('title', {}, escaped(title))] : [])];
  return element('text', { x, y, class: kind, 'text-anchor': anchor }, ...inside);
}

/** Width of a text at 12 pixels, wide rather than narrow. */
export function widthOf(content) {
  return [...content].reduce((sum, character) => sum + (/[iljt.,:()|' ]/.test(character) ? 4 : 7.4), 0);
}

/** Up to six kinds of marks, told apart by colour, and by shape as well. */
const COLOURS = {
  light: ['#2a78d6', '#d9541f', '#0f8f63', '#7a5af0', '#b0457f', '#8a6d00'],
  dark: ['#6aa9f4', '#f08a5d', '#4cc79a', '#a893f7', '#e383b7', '#d0b04a'],
};
const STYLE = `
text { font: 12px system-ui, 'Segoe UI', 'Noto Sans', sans-serif; }
.ground { fill: #ffffff; } .ink { fill: #1f2328; } .pale { fill: #57606a; } .grid { stroke: #d8dee4; }
.head { fill: #1f2328; font-size: 14px; font-weight: 600; }
.reach { stroke-width: 1.5; opacity: 0.6; } .line { fill: none; stroke-width: 2; }
${COLOURS.light.map((colour, i) => `.f${i} { fill: ${colour}; } .s${i} { stroke: ${colour}; }`).join('\n')}
@media (prefers-color-scheme: dark) {
.ground { fill: #0d1117; } .ink, .head { fill: #e6edf3; } .pale { fill: #9198a1; } .grid { stroke: #30363d; }
${COLOURS.dark.map((colour, i) => `.f${i} { fill: ${colour}; } .s${i} { stroke: ${colour}; }`).join('\n')}
}`;

/** The whole picture. `label` says in words what it shows, for those who do not see it. */
export function picture({ width, height, title, label }, content) {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': label,
    },
    element('style', {}, STYLE),
    element('rect', { class: 'ground', width, height, rx: 6 }),
    text(16, 24, title, { kind: 'head' }),
    ...content,
  );
}

/** A mark of kind `which` at a place: disc, square, triangle, diamond, pentagon-like plus, and upside-down triangle. */
export function mark(which, x, y, title) {
  const r = 5;
  const inside = title ? [element('title', {}, escaped(title))] : [''];
  const points = {
    1: [
      [-r, -r],
      [r, -r],
      [r, r],
      [-r, r],
    ],
    2: [
      [0, -r * 1.3],
      [r * 1.2, r * 0.9],
      [-r * 1.2, r * 0.9],
    ],
    3: [
      [0, -r * 1.4],
      [r * 1.4, 0],
      [0, r * 1.4],
      [-r * 1.4, 0],
    ],
    4: [
      [0, r * 1.3],
      [r * 1.2, -r * 0.9],
      [-r * 1.2, -r * 0.9],
    ],
    5: [
      [-r * 1.3, -r * 0.6],
      [r * 1.3, -r * 0.6],
      [r * 1.3, r * 0.6],
      [-r * 1.3, r * 0.6],
    ],
  }[which];
  if (!points) return element('circle', { class: `f${which}`, cx: x, cy: y, r }, ...inside);
  const path = points.map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`).join(' ');
  return element('polygon', { class: `f${which}`, points: path }, ...inside);
}

/** The names of the marks in a row, from x on. */
export function legend(names, x, y) {
  let at = x;
  return names.map((name, which) => {
    const item = mark(which, at + 5, y - 4) + text(at + 16, y, name);
    at += 16 + widthOf(name) + 22;
    return item;
  });
}
