import { elideLabel } from './elide.ts';
import type { AtlasGlyph, GlyphAtlas } from './glyphAtlas.ts';
import { SDF_SIZE } from './glyphAtlas.ts';
import type { GlyphBuffers } from './labelBuffers.ts';
import { appendRun } from './labelBuffers.ts';
import { LabelCandidates } from './labelCandidates.ts';
import type { LabelSide, PlacedLabel } from './labelLayout.ts';
import { calmLimit, placeLabels } from './labelLayout.ts';
import type { LabelLine, LabelScene } from './labelScene.ts';
import { BASELINE } from './labelStyle.ts';
import type { LabelContent } from './labelWants.ts';
import { wantedLabels } from './labelWants.ts';
import type { PlacedText } from './textWants.ts';

/** Chooses which labels are on screen and writes them into glyph buffers. Knows no React. */
export class LabelLayer {
  private content: LabelContent | null = null;
  private readonly candidates = new LabelCandidates();
  private readonly lines = new Map<string, LabelLine>();
  private sides = new Map<number, LabelSide>();
  private births = new Map<number, number>();
  private placed: readonly PlacedLabel[] = [];
  /** The texts of the last layout, to which negative owners of glyphs refer. */
  texts: readonly PlacedText[] = [];

  constructor(readonly atlas: GlyphAtlas) {}

  /** New content; what is on screen stays where it still fits. */
  setContent(content: LabelContent): void {
    if (content.labels !== this.content?.labels) this.lines.clear();
    this.content = content;
  }

  /** Forgets who was on screen, and where: the next layout depends on the view alone. */
  reset(): void {
    this.sides.clear();
    this.births.clear();
    this.placed = [];
  }

  /** Indices of the points whose labels are on screen. */
  shown(): Int32Array {
    return Int32Array.from(this.placed.filter((label) => label.id >= 0).map((label) => label.id));
  }

  /** The point whose label is under a place in CSS pixels, as of the last layout. */
  at(x: number, y: number): number | null {
    const hit = this.placed.find(
      (l) => l.id >= 0 && x >= l.left && x <= l.left + l.width && y >= l.top && y <= l.top + l.height,
    );
    return hit?.id ?? null;
  }

  /**
   * Lays the labels out and fills `buffers`.
   * @returns pending: some glyphs are still to be drawn, lay out again soon; youngest: the last birth, seconds;
   *   found: false where more points are to be asked, see {@link findMore}
   */
  layout(scene: LabelScene, buffers: GlyphBuffers): { pending: boolean; youngest: number; found: boolean } {
    const content = this.content;
    buffers.count = 0;
    this.texts = content?.texts ?? [];
    if (!content) return { pending: false, youngest: 0, found: true };
    const { order, eligible } = content;
    const found = this.candidates.look({ ...scene, order, eligible, t: scene.progress });
    const { wanted, crowd, rings } = wantedLabels(
      content,
      scene,
      this.candidates.points((index) => this.births.has(index)),
      (key, text, columns) => this.line(key, text, columns),
      (index) => this.births.has(index),
    );
    const { area } = scene;
    // where regions are named, fewer points are: a map that is all names has none
    const names = wanted.reduce(
      (sum, { id, opacity }) => sum + (this.texts[-1 - id]?.kind === 'region' ? opacity : 0),
      0,
    );
    const limit =
      calmLimit(area.right - area.left, area.bottom - area.top) * (1 - Math.min(0.35, names / 40));
    const placed = placeLabels(
      wanted,
      { ...area, spaceX: 11, spaceY: 6, limit, keepOut: [...rings, ...scene.panels] },
      this.sides,
      crowd,
    );

    this.atlas.nextRound();
    const byId = new Map(wanted.map((w) => [w.id, w]));
    const drawn: PlacedLabel[] = [];
    const births = new Map<number, number>();
    const deadline = performance.now() + scene.budget;
    let pending = false;
    let youngest = 0;
    for (const label of placed) {
      const want = byId.get(label.id);
      if (!want) continue;
      const glyphs = this.glyphs(want.line, deadline);
      if (!glyphs) {
        pending = true;
        continue;
      }
      const born = this.births.get(label.id) ?? scene.now;
      const fits = appendRun(buffers, {
        owner: label.id,
        glyphs,
        advances: want.line.advances,
        from: want.from,
        to: want.to,
        x: label.left - want.x,
        baseline: label.top - want.y + label.height / 2 + want.size * BASELINE,
        scale: want.size / SDF_SIZE,
        tint: [...want.tint, Math.round(255 * want.opacity)],
        born,
        hazy: want.hazy,
      });
      if (!fits) break;
      births.set(label.id, born);
      youngest = Math.max(youngest, born);
      drawn.push(label);
    }
    this.births = births;
    this.placed = drawn;
    this.sides = new Map(drawn.map((label) => [label.id, label.side]));
    return { pending, youngest, found };
  }

  /** Asks more points whether they want labels, for the view of the last layout. @returns whether all have been asked */
  findMore(): boolean {
    return this.candidates.more();
  }

  private glyphs(line: LabelLine, deadline: number): AtlasGlyph[] | null {
    const glyphs: AtlasGlyph[] = [];
    for (const grapheme of line.graphemes) {
      if (performance.now() > deadline) return null;
      const glyph = this.atlas.glyph(grapheme);
      if (glyph) glyphs.push(glyph);
      // a full atlas: a label with holes would say something else
      else return null;
    }
    return glyphs;
  }

  private line(key: string, text: string, columns: number): LabelLine {
    const known = this.lines.get(key);
    if (known) return known;
    const graphemes = elideLabel(text, columns);
    const advances = graphemes.map((g) => this.atlas.advance(g));
    const line = { graphemes, advances, width: advances.reduce((sum, a) => sum + a, 0) };
    if (this.lines.size > 20_000) this.lines.clear();
    this.lines.set(key, line);
    return line;
  }
}
