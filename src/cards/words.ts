import { pupilName } from '../domain/language/people.ts';
import { planOf, planRow } from '../domain/plans/index.ts';
import type { Pupil } from '../domain/pupil.ts';
import type { Review, Stage } from '../domain/review.ts';

export { daysWords, dayWords, momentWords } from '../domain/language/days.ts';
export { nameOf, pupilName, staffChoices } from '../domain/language/people.ts';
export { capital, choiceTitle, count } from '../domain/language/words.ts';

/** The words people read for the codes we keep. One table each, used by every card. */
export const STAGE: Readonly<Record<Stage, string>> = {
  preparing: 'Preparing',
  gathering: 'Gathering evidence',
  meeting: 'Meeting open',
  acting: 'Actions under way',
  closed: 'Closed',
  cancelled: 'Cancelled',
};

/** A table above as the choices of an Input.ChoiceSet. */
export function choices(table: Readonly<Record<string, string>>): { title: string; value: string }[] {
  return Object.entries(table).map(([value, title]) => ({ title, value }));
}

/** What plan the pupil has. */
export function planWords({ plan }: Pupil): string {
  return plan === 'none' ? 'No plan' : planRow(plan).name;
}

/** The line under every title: pupil · plan · stage. */
export function lineOf(review: Review, pupil: Pupil): string {
  return `${pupilName(pupil)} · ${planOf(review).name} · ${STAGE[review.stage]}`;
}

/** A person's text as paragraphs, for one RichTextBlock each. Empty text gives none. */
export function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
