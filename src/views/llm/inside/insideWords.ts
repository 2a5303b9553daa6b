import type { TFunction } from 'i18next';
import type { Layer } from '../../../contract/options.ts';
import type { HeadChoice } from '../../../pipeline/llm/inside/attentionAt.ts';

/** Spaces and line ends as signs, where a token is nothing else. */
const SIGNS: Readonly<Record<string, string>> = { ' ': '␣', '\n': '↵', '\t': '⇥' };

/** A token as it is named: without the space before it, and never empty. */
export function tokenName(text: string): string {
  return text.trim() || Array.from(text, (sign) => SIGNS[sign] ?? sign).join('') || '␣';
}

/** A share as whole percent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** The length of a state: lengths run from 1 to 20,000. */
export function lengthText(length: number): string {
  return length < 100 ? length.toFixed(1) : Math.round(length).toLocaleString('en');
}

/** A layer within a sentence: “the table”, “layer 3”. */
export function layerName(t: TFunction<'llm'>, layer: Layer): string {
  return layer === 'table' ? t('inside.atTable') : t('inside.atLayer', { layer });
}

/** What a choice of heads is called. */
export function headName(t: TFunction<'llm'>, head: HeadChoice): string {
  if (head === 'mean') return t('inside.headMean');
  return head === 'rollout' ? t('inside.headRollout') : t('inside.headOne', { head: head + 1 });
}
