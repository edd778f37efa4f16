import { dayWords } from '../../domain/language/days.ts';
import { except, saidTo } from '../../domain/questions/said.ts';
import { supportAskedNext, supportEndedOn } from '../../domain/review/obligations/support.ts';
import { SUPPORT_ENDED } from '../../domain/review/questions/happening.ts';
import { PROVISION } from '../../domain/review/questions/provision.ts';
import type { Provision } from '../../domain/review/review.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { noticed, type OfReview, part, type Section, section, sheetCard, subtle } from '../parts.ts';
import { headedBrief, readLines } from '../read-out.ts';
import { byWords } from './actions.ts';
import { heardLines, supportButtons } from './support-stands.ts';

interface Given extends OfReview {
  readonly provision: Provision;
  /** Whether it is the reader's own to see to. */
  readonly mine: boolean;
  /** Whether they run the review, and so may name somebody else, or end it. */
  readonly mayRun: boolean;
  /** Said to whoever it is given to, rather than shown when asked for. */
  readonly given?: boolean;
}

function askOf({ review, provision, school, today, mine, given }: Given): string {
  const { starts, owner } = provision;
  const over = supportEndedOn(review, provision);
  if (provision.ended) return 'This support has ended: nothing more is asked about it.';
  if (over) return `This support ended with the plan, ${dayWords(over)}: nothing more is asked about it.`;
  if (owner === undefined) return 'Nobody is asked whether this happens. Name one colleague who sees to it.';
  if (given) {
    const start = starts ? ` It starts on ${dayWords(starts)}.` : '';
    const next = supportAskedNext(provision, review, school);
    const asked = next ? ` On ${dayWords(next)} you are asked whether it is happening as agreed.` : '';
    return `The review agreed this, and it is yours to see to.${start}${asked}`;
  }
  if (starts && starts > today) return `It starts on ${dayWords(starts)}.`;
  return mine ? 'This is yours to see to. Is it happening as agreed?' : 'Is it happening as agreed?';
}

function heardSection({ provision, review, school, today }: Given): Section[] {
  const next = supportAskedNext(provision, review, school);
  const asks = next && next < today ? 'Asked again since' : 'Will be asked again on';
  const asked = next ? [part([[subtle(`${asks} ${dayWords(next)}`)]])] : [];
  const { happening = [] } = provision;
  return happening.length
    ? [section('Is it happening?', [part(heardLines({ happening }, true)), ...asked])]
    : [];
}

function endedSection({ provision: { ended, ...rest }, school, ...of }: Given): Section[] {
  if (!ended) return [];
  const said = saidTo(SUPPORT_ENDED, { ...ended }, { review: of.review, about: rest.id }, {});
  return [section('Ended', [part([[subtle(byWords(ended, school))], ...readLines(said)])])];
}

/** Support that a review agreed: to whoever sees to it, or who runs or oversees the review. Nothing else of the review. */
export function supportCard(shown: Given): CardMessage {
  const { review, pupil, provision, school, today, given } = shown;
  const said = saidTo(PROVISION, { ...provision }, { school }, { ...termsOf(review, pupil, today) });
  const card = sheetCard({
    frame: {
      title: given ? 'Support for you to see to' : 'Support that was agreed',
      line: lineOf(review, pupil),
      ask: askOf(shown),
      ...noticed(shown.notice),
    },
    sections: [
      section('', [part(headedBrief(shown.mine ? except(said, 'owner') : said))]),
      ...heardSection(shown),
      ...endedSection(shown),
    ],
    buttons: supportButtons(review, provision, shown),
  });
  const what = given ? 'Support for you to see to' : 'Support that was agreed';
  return { card, notification: `${what} (review ${review.ref})` };
}

/** What is said where a yes is noted: when it is asked again. */
export function thanksFor(
  provision: Provision,
  { review, school }: Pick<Given, 'review' | 'school'>,
): string {
  const next = supportAskedNext(provision, review, school);
  return next ? `Thank you! You are asked again on ${dayWords(next)}.` : 'Thank you!';
}
