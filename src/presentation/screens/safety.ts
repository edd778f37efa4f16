import { isDeepStrictEqual } from 'node:util';
import { isHarmWritten } from '../../domain/review/harm-written.ts';
import type { Helper, School } from '../../domain/school/school.ts';
import type { Button } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { bold, type OfReview, part, plain, type Run, type Section, section, sheetCard } from '../parts.ts';
import { elements } from '../render.ts';

/** As much of a school as is needed to say whom to tell. */
export type WithLead = Pick<School, 'safeguardingLead'>;

const leadWords = ({ name, contact }: Helper): string => (contact ? `${name} (${contact})` : name);

/** Whom to tell: the designated safeguarding lead of each school, by name where `review school` has it. */
function leadRuns(schools: readonly WithLead[]): Run[] {
  const named = schools.flatMap(({ safeguardingLead }) =>
    safeguardingLead ? [leadWords(safeguardingLead)] : [],
  );
  const leads = [...new Set(named)];
  if (!leads.length) return [bold('your designated safeguarding lead')];
  return leads.flatMap((lead, at) => [...(at ? [plain(' or ')] : []), bold(lead)]);
}

/** "If this is about a child’s safety, tell NAME now", and `more` of our words; `what` it is that is about that. */
export const safetyRuns = (schools: readonly WithLead[], more: string, what = 'this'): Run[] => [
  plain(`If ${what} is about a child’s safety, tell `),
  ...leadRuns(schools),
  plain(` now. ${more}`),
];

/**
 * Whom to tell, for whoever reads what was gathered where that may be about a child's safety: they may be the first to see it.
 * Nothing where it is not.
 */
export function safetySection({ review, school }: Pick<OfReview, 'review' | 'school'>): Section[] {
  if (!isHarmWritten(review)) return [];
  const runs = safetyRuns([school], 'What is written here does not report it.', 'something that was said');
  return [section('', [part([runs])])];
}

/** What is said to words that are no command: whom to tell, before anything else. */
export function safetyCard(given: {
  readonly schools: readonly WithLead[];
  /** What else there is to say, and to press. */
  readonly say: string;
  readonly buttons: readonly Button[];
}): CardMessage {
  const { schools, say, buttons } = given;
  const line = safetyRuns(schools, 'I have not stored it; it stays in this chat.');
  const card = sheetCard({
    frame: { title: 'SEND reviews' },
    sections: [section('', [part([line]), part([[plain(say)]])])],
    buttons,
  });
  return { card, notification: 'SEND reviews: an answer for you' };
}

/** The same card with the line under its head: what was typed is taken as always, and reports nothing by itself. */
export function withSafety(message: CardMessage, schools: readonly WithLead[]): CardMessage {
  const [head, ...rest] = message.card.body;
  const runs = safetyRuns(schools, 'What is written here does not report it.');
  const line = elements('safety', { runs });
  // A typed command may send a form, whose answer says it already.
  if (rest.some((one) => line.some((said) => isDeepStrictEqual(one, said)))) return message;
  return { ...message, card: { ...message.card, body: [...(head ? [head] : []), ...line, ...rest] } };
}
