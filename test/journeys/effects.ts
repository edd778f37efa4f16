import { expect } from 'vitest';
import type { Review } from '../../src/domain/review/review.ts';
import type { Pupil } from '../../src/domain/school/pupil.ts';
import type { School } from '../../src/domain/school/school.ts';
import type { Store } from '../../src/store/store.ts';

const [PRIYA, RUTH, KWAME] = ['priya.shah', 'ruth.adeyemi', 'kwame.mensah'] as const;

/** All that was done in the story, and by whom, in order. */
const DONE = [
  ['review-started', PRIYA],
  ['meeting-planned', PRIYA],
  ['evidence-submitted', RUTH],
  ['evidence-submitted', RUTH],
  ['evidence-submitted', KWAME],
  ['parent-views-recorded', PRIYA],
  ['views-sought', PRIYA],
  ['meeting-opened', PRIYA],
  ['target-reviewed', PRIYA],
  ['target-reviewed', PRIYA],
  ['provision-added', PRIYA],
  ['disagreement-recorded', PRIYA],
  ['action-added', PRIYA],
  ['outcome-decided', PRIYA],
  ['record-corrected', PRIYA],
  ['action-completed', KWAME],
  ['review-closed', KWAME],
];

/** All that the review told people of its own accord, each once. */
const TOLD = [
  ['evidence-request', RUTH],
  ['evidence-request', KWAME],
  ['all-answered', PRIYA],
  ['record', RUTH],
  ['record', KWAME],
  ['action-given', KWAME],
  ['support-given', KWAME],
  ['record-corrected', RUTH],
  ['record-corrected', KWAME],
  ['review-closed', PRIYA],
];

/** What only the SENCO and the leaders are shown. */
export const KEPT = [
  'She reads to her brother.',
  'A quieter place to work.',
  'I think she needs one-to-one, not a group.',
];
/** What Ruth answered, which her colleagues are not shown. */
export const RUTHS = [
  'Ruby loves telling stories, and now starts them herself.',
  'Two sessions were lost to rehearsals.',
  'Practising in a pair, ten minutes each morning.',
  'Move the group to Mondays.',
];

/** The one review there is. */
export async function theReview(store: Store, { id }: School): Promise<Review> {
  const reviews = await store.reviewsOf(id);
  expect(reviews).toHaveLength(1);
  return reviews[0] ?? expect.fail();
}

const nameless = (email: string) => email.replace('@oakfield.example', '');

/** Expects the story to have had its effects: each, and once. */
export function expectTheEffects(review: Review): void {
  expect(review).toMatchObject({ stage: 'closed', outcome: { kind: 'continues' } });
  expect(review.history.map(({ what, by }) => [what, nameless(by)])).toEqual(DONE);
  expect(review.messages.map(({ kind, to }) => [kind, nameless(to)])).toEqual(TOLD);
  expect(new Set(review.messages.map(({ state }) => state.is))).toEqual(new Set(['sent']));
  expect(review.corrections).toHaveLength(1);
  expect(review.provision).toHaveLength(1);
  expect(review.disagreements).toHaveLength(1);
  expect(review.actions).toHaveLength(1);
}

const asWord = (name: string) =>
  new RegExp(`(?<!\\p{L})${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u');

/** The pupils whose first or last name is a word of `text`. */
export function named(text: string, pupils: readonly Pupil[]): string[] {
  return pupils
    .filter(({ firstName, lastName }) => asWord(firstName).test(text) || asWord(lastName).test(text))
    .map(({ ref }) => ref);
}
