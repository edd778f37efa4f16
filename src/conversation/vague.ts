import type { Review } from '../domain/review/review.ts';
import type { Form, Wording } from '../presentation/forms/form.ts';
import { bold, part, plain, type Section, section } from '../presentation/parts.ts';

/** What was just written down and could be more exact: what to ask oneself, and how it is changed. */
export interface Reworded {
  readonly say: string;
  readonly first: readonly Section[];
}

/** The questions, a line each, and the button to change what was written, where there is one. */
function questions({ vague, change }: Wording): Section {
  const lines = vague.map(({ phrase, question }) => [bold(`“${phrase}”`), plain(`: ${question}`)]);
  return section('Questions it leaves open', [
    part(lines, { below: typeof change === 'string' ? [] : [change] }),
  ]);
}

/**
 * Advice on the wording of what `form` has just written into the review: each vague phrase with the question to answer.
 * Undefined where there is none to give. Nothing is refused for it.
 */
export function vagueWords(form: Form, review: Review, about: string | undefined): Reworded | undefined {
  const wording = form.wording(review, about);
  if (!wording || wording.vague.length === 0) return undefined;
  const how = typeof wording.change === 'string' ? wording.change : '';
  return { say: `It could be more exact. ${how}`.trim(), first: [questions(wording)] };
}
