import { dayWords } from '../../language/days.ts';
import { nameOf } from '../../language/people.ts';
import { oneOf } from '../../questions/choice.ts';
import { lines } from '../../questions/groups.ts';
import { NotThere } from '../../questions/not-there.ts';
import type { ShownLine } from '../../questions/question.ts';
import { longText } from '../../questions/text.ts';
import type { PersonId, School } from '../../school/school.ts';
import { localDate } from '../../time.ts';
import { CAME_OF_PROVISION, DELIVERED, IS_HAPPENING, PROVISION_NEXT } from './options.ts';
import { provisionInBrief, type ShownProvision } from './provision.ts';

/** A review that began with support from before, and the id of the one that is asked about. */
interface OnProvision {
  readonly review: {
    readonly last?: { readonly provision: readonly ShownProvision[]; readonly heldOn: string };
  };
  readonly about?: string;
}
/** The review before, to which it was said whether the support happens. */
interface OfLast {
  readonly review: {
    readonly last?: { readonly review: string; readonly provision: readonly ShownProvision[] };
  };
  readonly reviews?: readonly { readonly id: string; readonly provision: readonly ShownProvision[] }[];
  readonly school: School;
  readonly about?: string;
}
interface OfPlan {
  readonly plan: { readonly proposesChanges: boolean };
}
interface OfEvidence {
  readonly review: {
    readonly evidence: readonly {
      readonly who: PersonId;
      readonly answer?: { readonly said: 'nothing-to-add' | { readonly delivered?: keyof typeof DELIVERED } };
    }[];
  };
  readonly school: School;
}

/** The support from before that a form is about. @throws {NotThere} when there is none of that id */
export function provisionAbout<One extends ShownProvision>({
  review,
  about,
}: {
  readonly review: { readonly last?: { readonly provision: readonly One[] } };
  readonly about?: string;
}): One {
  const found = review.last?.provision.find(({ id }) => id === about);
  if (!found) throw new NotThere('no such provision');
  return found;
}

function itself(subject: OnProvision): readonly ShownLine[] {
  const one = provisionAbout(subject);
  const since = subject.review.last ? `Agreed before, as of ${dayWords(subject.review.last.heldOn)}` : '';
  return [
    [{ text: one.what, weight: 'bold' }],
    [{ text: provisionInBrief(one), weight: 'subtle' }],
    ...(one.howReviewed
      ? [[{ text: `How it is checked: ${one.howReviewed}`, weight: 'subtle' }] as const]
      : []),
    [{ text: since, weight: 'subtle' }],
  ];
}

/** What each colleague who gave evidence said of the support as a whole. */
function colleaguesSay({ review, school }: OfEvidence): readonly ShownLine[] {
  const said = review.evidence.flatMap(({ who, answer }) =>
    answer && answer.said !== 'nothing-to-add' && answer.said.delivered
      ? [`${nameOf(school, who)}: ${DELIVERED[answer.said.delivered].toLowerCase()}`]
      : [],
  );
  return said.length
    ? [[{ text: 'Given as planned, colleagues say: ', weight: 'subtle' }, { text: said.join('; ') }]]
    : [];
}

/** Whether it happens, as whoever sees to it said, the oldest first. */
function heard({ review: { last }, reviews = [], school, about }: OfLast): readonly ShownLine[] {
  const there = reviews.find(({ id }) => id === last?.review)?.provision ?? last?.provision ?? [];
  const { happening = [] } = there.find(({ id }) => id === about) ?? {};
  return happening.map(
    ({ by, at, is }): ShownLine => [
      { text: `Is it happening as agreed? ${dayWords(localDate(at))}: `, weight: 'subtle' },
      { text: IS_HAPPENING[is] },
      { text: ` · ${nameOf(school, by)}`, weight: 'subtle' },
    ],
  );
}

const PROPOSAL = 'Until the final plan, a change here is a proposal. Note it under its section, too.';
/** Why it is one, of a plan whose changes are proposed. */
export const WHY_PROPOSAL =
  'The Act requires what the plan says to be given until the local authority amends it (Children and Families Act 2014, s.42).';

const FEWER = ['reduce', 'stop'] as const;

/** What the meeting makes of one piece of the support that the last review left, and what becomes of it. */
export const PROVISION_REVIEW = {
  itself: lines(itself, 'passage'),
  heard: lines(heard),
  colleagues: lines(colleaguesSay),
  delivered: oneOf({ options: DELIVERED, label: 'Was it given as planned?', called: 'Given as planned?' }),
  whyNot: {
    ...longText({
      label: 'If not all of it: what got in the way?',
      neededWhen: { question: 'delivered', is: ['partly', 'no'], say: 'Please say what got in the way.' },
      called: 'What got in the way',
    }),
    // It may be about a colleague.
    shownTo: 'overseers' as const,
  },
  difference: longText({ label: 'Did it make a difference?', called: 'The difference it made' }),
  next: oneOf({
    options: PROVISION_NEXT,
    label: 'From now on',
    called: 'From now on',
    reads: (code) => ({ is: 'chosen', title: CAME_OF_PROVISION[code] }),
  }),
  owed: lines(({ plan }: OfPlan) => (plan.proposesChanges ? [[{ text: PROPOSAL, weight: 'subtle' }]] : [])),
  // “Can support be reduced after a SEND review?” in the Guide to SEND review meetings for parents.
  evidence: {
    ...longText({
      label: 'If it is reduced or stopped: what evidence supports that?',
      more: true,
      neededWhen: {
        question: 'next',
        is: FEWER,
        say: 'Please say what evidence supports giving less.',
        ahead: 'If it is reduced or stopped, what supports that is asked below, under “Add more”.',
      },
      called: 'What supports giving less',
    }),
    shownTo: 'overseers' as const,
  },
  without: longText({
    label: 'If it is reduced or stopped: how will the {child} go on learning well and safely?',
    more: true,
    neededWhen: { question: 'next', is: FEWER, say: 'Please say how they will go on without it.' },
    called: 'How they go on without it',
  }),
} as const;
