import { guidePage } from '../../domain/guide/guide.ts';
import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { planRow } from '../../domain/plans/index.ts';
import { familyLaOf, laOf } from '../../domain/pupil/la-of.ts';
import { heldOn, isConcluded } from '../../domain/review/held.ts';
import { isOpen } from '../../domain/review/open-actions.ts';
import { REQUEST } from '../../domain/review/questions/request-options.ts';
import { requestsOf } from '../../domain/review/requests.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { localAuthorityOf } from '../../domain/school/local-authority.ts';
import { answerDue } from '../../domain/statute/request-clock.ts';
import type { RuleDate } from '../../domain/statute/statute.ts';
import type { OfReview } from '../parts.ts';
import { stepsOf } from './steps.ts';

/** A passage of what a family gets: its heading, and its lines, some of which people typed. */
export interface FamilyPassage {
  readonly heading: string;
  readonly lines: readonly string[];
}

type Given = OfReview & { readonly next?: RuleDate | undefined };

/** What a family gets of a review: before the meeting how to prepare, after it what was agreed; and always where to turn. */
export function familyText(given: Given): readonly FamilyPassage[] {
  const { review, pupil, school, today } = given;
  const of = {
    terms: termsOf(review, pupil, today),
    la: localAuthorityOf(school, laOf(review, pupil) || familyLaOf(pupil, review.kind)),
    decidedElsewhere: planRow(review.kind).decidedElsewhere,
  };
  const about = isConcluded(review)
    ? agreed(given)
    : [...guidePage('family', of), ...guidePage('questions', of)];
  const routes = guidePage('routes', of).map(({ heading, lines }) => `${heading}. ${lines.join(' ')}`);
  return [...about, { heading: 'If you disagree, or want help', lines: routes }].filter(
    ({ lines }) => lines.length > 0,
  );
}

function agreed(given: Given): readonly FamilyPassage[] {
  const { review, school, next } = given;
  const on = next?.date ?? review.outcome?.nextReviewBy;
  const goals = termsOf(review, given.pupil, given.today).goals;
  return [
    { heading: `The review of ${dayWords(heldOn(review))}`, lines: [review.outcome?.whatWillChange ?? ''] },
    {
      heading: 'Who does what, by when',
      lines: review.actions
        .filter(isOpen)
        .map(
          ({ what, owner, onBehalfOf, due }) =>
            `${what} (${onBehalfOf ?? nameOf(school, owner)}, by ${dayWords(due)}${onBehalfOf ? `; ${nameOf(school, owner)} keeps in touch` : ''})`,
        ),
    },
    {
      heading: 'The support agreed',
      lines: review.provision.map(({ what, who, howOften, howLong, groupSize }) =>
        [what, who, howOften, howLong, groupSize].join(', '),
      ),
    },
    { heading: `New ${goals}`, lines: review.newTargets.map(({ text }) => text) },
    { heading: 'Asked of the local authority', lines: requestLines(given) },
    {
      heading: 'What comes next',
      lines: [...laLines(given), ...(on ? [`The next review is due by ${dayWords(on)}.`] : [])],
    },
  ];
}

function requestLines({ review }: Given): readonly string[] {
  return requestsOf(review).map((request) => {
    const { kind, sendBy, sent } = request;
    const due = answerDue(review, request);
    if (!sent) return `${REQUEST[kind]}: to be sent by ${dayWords(sendBy)}.`;
    return `${REQUEST[kind]}: sent ${dayWords(sent.on)}${due ? `; the answer is due by ${dayWords(due.date)}` : ''}.`;
  });
}

/** What an annual review leaves the local authority to do, and the last day to appeal, as far as they are known. */
function laLines({ review, today }: Given): readonly string[] {
  return stepsOf(review, today).flatMap(({ step, date, done }) => {
    if (done || !['report', 'la-decision', 'comments', 'final-plan', 'appeal'].includes(step)) return [];
    return [`${date.rule.what}: by ${dayWords(date.date)}.`];
  });
}
