import { PUPIL_DUTIES } from '../../domain/pupil/duties/index.ts';
import { rowNamed } from '../../domain/review/obligations/index.ts';

/** What somebody was reminded of, as its row has it for a family; undefined for a kind that is not asked any more. */
export const owedWords = (kind: string): string | undefined =>
  (rowNamed(kind) ?? PUPIL_DUTIES.find((row) => row.kind === kind))?.forFamily;
