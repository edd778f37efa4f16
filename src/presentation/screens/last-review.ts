import { dayWords } from '../../domain/language/days.ts';
import { type PlanKindRow, planRow } from '../../domain/plans/index.ts';
import { except, type Seeing, saidTo } from '../../domain/questions/said.ts';
import { supportHolds, whatBecameOf } from '../../domain/review/carry-over.ts';
import { actionsOfLast, heardOf } from '../../domain/review/last-review.ts';
import { isOpen } from '../../domain/review/open-actions.ts';
import { PROVISION, provisionInBrief } from '../../domain/review/questions/provision.ts';
import { PROVISION_REVIEW } from '../../domain/review/questions/provision-review.ts';
import type { Action, Provision } from '../../domain/review/review.ts';
import { termsIn } from '../../domain/review/terms-of.ts';
import type { School } from '../../domain/school/school.ts';
import { type Button, button, press } from '../buttons.ts';
import {
  headed,
  type OfReview,
  type Part,
  part,
  plain,
  type Run,
  type Section,
  section,
  subtle,
  typed,
  urgent,
} from '../parts.ts';
import { inBrief } from '../read-out.ts';
import { actionStands, ownerWords } from './actions.ts';
import { heardLines } from './support-stands.ts';

/** Of one that was open when the outcome was recorded: how near its day is does not matter any more. */
const stillOpen = (action: Action, school: School): Run[] => [
  subtle(`${ownerWords(action, school)} · `),
  plain(`Still open, due ${dayWords(action.due)}`),
];

/** The actions of the review before this one, with what has become of each: what was done, or why it ended. */
export function lastActionsSection(given: OfReview): Section {
  const { review, reviews, school, today } = given;
  const parts = actionsOfLast(review, reviews).map((action) =>
    part([
      ...headed('', action.what),
      review.outcome && isOpen(action) ? stillOpen(action, school) : actionStands(action, school, today),
      ...typed(action.done?.what ?? action.withdrawn?.why ?? ''),
    ]),
  );
  const on = review.last ? dayWords(review.last.heldOn) : '';
  return section(`Actions of the last review, ${on}`, parts);
}

/** What of support stands in its one line. */
const IN_ONE_LINE = ['what', 'who', 'howOften', 'howLong', 'groupSize'];

interface OfPlan {
  readonly plan: PlanKindRow;
}

/** What was said of whether it happens; what got in the way may be about a colleague. */
function heardOfIt({ review, reviews }: OfReview, one: Provision, seeing: Seeing): Run[][] {
  const happening = heardOf(review, one, reviews);
  if (happening.length === 0) return [];
  const [first = [], ...more] = heardLines({ happening }, seeing === 'all');
  return [[subtle('Is it happening as agreed? '), ...first], ...more];
}

function becameLines(given: OfReview, one: Provision, seeing: Seeing, notYet: Run): Run[][] {
  const { review, school } = given;
  const said = review.provisionReviews?.find(({ provisionId }) => provisionId === one.id);
  if (!said) return [[notYet]];
  const of = { ...given, plan: planRow(review.kind) };
  const reworded = whatBecameOf(review, one);
  const now = reworded && reworded !== one ? reworded : undefined;
  return [
    ...inBrief(saidTo<OfReview & OfPlan>(PROVISION_REVIEW, { ...said }, of, { ...termsIn(given) }, seeing)),
    ...(now
      ? [
          [
            subtle(supportHolds(review) ? 'It is now: ' : 'Proposed: '),
            plain(now.what),
            subtle(` · ${provisionInBrief(now)}`),
          ],
          ...inBrief(
            except(saidTo(PROVISION, { ...now }, { school }, { ...termsIn(given) }), ...IN_ONE_LINE),
          ),
        ]
      : []),
  ];
}

function supportParts(
  given: OfReview,
  seeing: Seeing,
  notYet: Run,
  below: (one: Provision) => readonly Button[],
) {
  return (given.review.last?.provision ?? []).map(
    (one, at): Part =>
      part(
        [
          ...headed(`${at + 1}. `, one.what),
          [subtle(provisionInBrief(one))],
          ...heardOfIt(given, one, seeing),
          ...becameLines(given, one, seeing, notYet),
        ],
        { below: below(one) },
      ),
  );
}

/** The support that the last review left, and what this meeting makes of each; `mayChange`: with the forms for it. */
export function supportSection(given: OfReview, mayChange: boolean): Section {
  const { review } = given;
  const below = (one: Provision): Button[] => {
    if (!mayChange) return [];
    const said = review.provisionReviews?.find(({ provisionId }) => provisionId === one.id);
    const again = button(said ? 'Change' : 'Look at it', press.form('provision-review', review.id, one.id));
    const isToChange = said?.next === 'change' || said?.next === 'reduce';
    const word = button('How it is to be', press.form('provision', review.id, one.id));
    return [again, ...(isToChange ? [word] : [])];
  };
  const notYet = mayChange ? urgent('Not looked at yet') : subtle('Not looked at yet');
  return section('Support in place', supportParts(given, 'all', notYet, below));
}

/** The same for the record, as much of it as is shown. */
export const supportRecord = (given: OfReview, seeing: Seeing): Section =>
  section(
    'Support from before',
    supportParts(given, seeing, plain('Not looked at by the meeting'), () => []),
  );
