/*
 * Text of one direction beside text of another. A name in Arabic or Hebrew letters would draw what stands beside it to its other
 * side, and a mark that turns text round would turn all behind it: so each such text is kept to itself where it is shown.
 * What is stored stays as it was typed.
 */

/** Marks that embed, turn round or isolate what follows them, up to a mark that ends it; and spaces of no width. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/g;

/** Letters and marks that run from right to left: Hebrew, Arabic, Syriac, Thaana, NKo and older ones (Unicode's R and AL). */
const FROM_THE_RIGHT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069'];

/** `text` without the marks by which it would change the direction of what is around it. */
export const withoutTurning = (text: string): string => text.replace(TURNING, '');

/** `text` so that its direction is its own business; each line by itself, since no isolate reaches past the end of one. */
export function isolated(text: string): string {
  const still = withoutTurning(text);
  if (!FROM_THE_RIGHT.test(still)) return still;
  return still
    .split('\n')
    .map((line) => (line === '' ? line : `${FIRST_STRONG_ISOLATE}${line}${POP_ISOLATE}`))
    .join('\n');
}

const OURS_AROUND = ['title', 'label', 'placeholder', 'text'] as const;

/**
 * Isolates all text of people's in `element` and what is in it. Runs stand beside one another; whatever else can have a name in
 * it (a choice, a label, a button) stands alone, and is only rid of marks. What is sent back, and what stands in an input, is left.
 */
export function isolateIn(element: unknown): void {
  if (Array.isArray(element)) for (const one of element) isolateIn(one);
  if (typeof element !== 'object' || element === null || Array.isArray(element)) return;
  const known = element as Record<string, unknown>;
  for (const key of OURS_AROUND) {
    const text = known[key];
    if (typeof text === 'string')
      known[key] = known.type === 'TextRun' ? isolated(text) : withoutTurning(text);
  }
  for (const [key, inside] of Object.entries(known)) if (key !== 'data') isolateIn(inside);
}
