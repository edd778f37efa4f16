import { pupilName } from '../domain/language/people.ts';
import { planRow } from '../domain/plans/index.ts';
import type { Review } from '../domain/review/review.ts';
import { STAGE_WORDS } from '../domain/review/stage-words.ts';
import { kindToSay, type Pupil } from '../domain/school/pupil.ts';

/** What plans the pupil has. */
export function planWords({ plans }: Pupil): string {
  return plans.map(({ kind }) => planRow(kind).name).join(' and ') || 'No plan';
}

/** A review, whose it is, and what tells it from the pupil's others. */
export interface Whose {
  readonly review: Review;
  readonly pupil: Pupil;
  /** All reviews of the pupil. */
  readonly reviews: readonly Review[];
}

/** "Ada Example"; where the pupil has several plans, or reviews of several, with the review's: "Ada Example · EHCP". */
export function whoseWords(whose: Whose): string {
  return withPlanToSay(pupilName(whose.pupil), whose);
}

/** A name and, where the pupil has several plans, or reviews of several, the one the review is of. */
export function withPlanToSay(name: string, whose: Whose): string {
  const plan = planToSay(whose);
  return plan ? `${name} · ${plan}` : name;
}

/** The name of the review's plan, where the pupil has several, or reviews of several. */
export function planToSay({ pupil, review, reviews }: Whose): string | undefined {
  const kind = kindToSay(pupil, review, reviews);
  return kind && planRow(kind).name;
}

/** The line under every title: pupil · plan · stage. */
export function lineOf(review: Review, pupil: Pupil): string {
  return `${pupilName(pupil)} · ${planRow(review.kind).name} · ${STAGE_WORDS[review.stage]}`;
}

/** A person's text as paragraphs, for one RichTextBlock each. Empty text gives none. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
