import { dayWords } from '../../domain/language/days.ts';
import { capital, withArticle } from '../../domain/language/words.ts';
import { planRow } from '../../domain/plans/index.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { newProvision } from '../../domain/review/carry-over.ts';
import { heldOn } from '../../domain/review/held.ts';
import { broughtForwardFrom } from '../../domain/review/held-early.ts';
import { type Missing, missingFor } from '../../domain/review/missing.ts';
import { recordedAtMeeting } from '../../domain/review/recorded-at-meeting.ts';
import type { Review } from '../../domain/review/review.ts';
import { asksTheLa } from '../../domain/review/steps/of-request.ts';
import { termsIn } from '../../domain/review/terms-of.ts';
import { type Button, button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { onPage } from '../paging.ts';
import {
  headed,
  noticed,
  type OfReview,
  type Part,
  part,
  type Section,
  section,
  sheetCard,
  subtle,
  urgent,
} from '../parts.ts';
import { placeSection } from '../place.ts';
import { actionStands } from './actions.ts';
import { neededWords, nextNeeded } from './agenda-needs.ts';
import { agendaSection, pointsCard } from './agenda-points.ts';
import { disagreementPart, newTargetPart, provisionPart, reviewedTargetPart } from './agreed.ts';
import { attendanceParts, sectionChangePart } from './annual-met.ts';
import { sentInSection } from './families.ts';
import { gatheredSections } from './gathered.ts';
import { lastActionsSection, supportSection } from './last-review.ts';
import { peopleSection } from './people.ts';
import { profileToLookAt } from './profile.ts';

/** The card of an open meeting: its agenda to run it by, or (`about` "gathered-1", …) what was gathered for it. */
export function agendaCard(
  given: OfReview & {
    readonly mayRun: boolean;
    readonly about?: string | undefined;
  },
): CardMessage {
  if (given.about?.startsWith('gathered')) return gatheredCard(given);
  return given.about?.startsWith('points') ? pointsCard(given, mayChange(given)) : meetingCard(given);
}

type Given = Parameters<typeof agendaCard>[0];

const toGathered = (review: Review) => (page: number) => press.show('agenda', review.id, `gathered-${page}`);
const toMeeting = (review: Review) => (page: number) => press.show('agenda', review.id, `page-${page}`);

function gatheredCard(given: Given): CardMessage {
  const { review, pupil } = given;
  const sections = gatheredSections(given);
  const page = onPage(sections, given.about, toGathered(review));
  const intro = sections.length
    ? `What the ${termsIn(given).child}, their family and colleagues have said. To send it round, copy it from here.`
    : 'Nothing has been said yet.';
  const card = sheetCard({
    frame: {
      title: 'What was gathered',
      line: lineOf(review, pupil),
      ask: page.numbered(intro),
      ...noticed(given.notice),
    },
    sections: page.sections,
    buttons: [
      ...page.paging,
      review.stage === 'meeting'
        ? button('Back to the agenda', press.show('agenda', review.id))
        : button('Back', press.show('status', review.id)),
    ],
  });
  return { card, notification: `What was gathered: review ${review.ref}` };
}

// Once the outcome is decided, what was agreed is corrected, not taken back.
const mayChange = ({ review, mayRun }: Given) => mayRun && review.stage === 'meeting';

type Undoable = Parameters<typeof press.takeBack>[1];

function takeBack(given: Given, what: Undoable, about: string): Pick<Part, 'beside'> {
  const undo = button('Take back', press.takeBack(given.review.id, what, about));
  return { beside: mayChange(given) ? [undo] : [] };
}

function targetsSection(given: Given): Section {
  const { review } = given;
  const terms = termsIn(given);
  const parts = review.targets.map((target, index) => {
    const reviewed = review.targetReviews.some(({ targetId }) => targetId === target.id);
    const open = press.form('target-review', review.id, target.id);
    const beside = mayChange(given) ? [button(reviewed ? 'Change' : 'Review it', open)] : [];
    return { ...reviewedTargetPart(review, index + 1, target, terms, urgent('Not reviewed yet')), beside };
  });
  const { goals, child } = terms;
  const none = part([[subtle(`The plan came without ${goals}. Add what the ${child} is to work towards.`)]]);
  return section(capital(goals), parts.length ? parts : [none]);
}

function agreedSections(given: Given): Section[] {
  const { review, school, today } = given;
  const terms = termsIn(given);
  const newTargets = review.newTargets.map((target) => ({
    ...newTargetPart(target, terms),
    ...takeBack(given, 'target', target.id),
  }));
  const provision = newProvision(review).map((one) => ({
    ...provisionPart(one, school, terms),
    below: mayChange(given)
      ? [
          button('Change', press.form('provision', review.id, one.id)),
          button('Take back', press.takeBack(review.id, 'provision', one.id)),
        ]
      : [],
  }));
  const changes = annualPartOf(review).sectionChanges.map((one) => ({
    ...sectionChangePart(one, 'all'),
    ...takeBack(given, 'section-change', one.id),
  }));
  const disagreements = review.disagreements.map((one) => ({
    ...disagreementPart(one, terms),
    ...takeBack(given, 'disagreement', one.id),
  }));
  const actions = review.actions.map((action) =>
    part(
      [...headed('', action.what), actionStands(action, school, today)],
      takeBack(given, 'action', action.id),
    ),
  );
  return [
    section(`New ${terms.goals}`, newTargets),
    section('Changes to the plan', changes),
    section('Provision', provision),
    section('Disagreement', disagreements),
    section('Actions', actions),
    section('Who took part', planRow(review.kind).invitesOutsiders ? attendanceParts(review, school) : []),
  ].filter(({ parts }) => parts.length > 0);
}

function addingSection(given: Given): Section {
  const { review } = given;
  const { goal } = termsIn(given);
  const below = [
    button(`Add ${withArticle(goal)}`, press.form('target', review.id)),
    button('Add provision', press.form('provision', review.id)),
    button('Record a disagreement', press.form('disagreement', review.id)),
    button('Add an action', press.form('action', review.id)),
  ];
  const plan = planRow(review.kind);
  const { proposesChanges, invitesOutsiders } = plan;
  const more = [
    ...(proposesChanges
      ? [button('Change a section of the plan', press.form('section-change', review.id))]
      : []),
    ...(asksTheLa(plan)
      ? [button('What was considered and tried', press.form('considered', review.id))]
      : []),
    ...(invitesOutsiders ? [button('Who took part', press.form('attendance', review.id))] : []),
  ];
  return section('What you agree', [
    part([], { below }),
    ...(more.length > 0 ? [part([], { below: more })] : []),
  ]);
}

function meetingButtons(given: Given, missing: readonly Missing[]): Button[] {
  const { review } = given;
  const gathered = button('What was gathered', toGathered(review)(1));
  const status = button('How the review stands', press.show('status', review.id));
  if (!mayChange(given)) return [gathered, status];
  const { words, forms } = planRow(review.kind);
  return [
    ...nextNeeded(given, missing),
    button(words.toConclude, press.form(forms.conclude, review.id), missing.length ? 'default' : 'positive'),
    gathered,
    status,
    ...(recordedAtMeeting(review)
      ? []
      : [button('Opened by mistake: close it', press.closeMeeting(review.id))]),
  ];
}

const meetingSections = (given: Given): Section[] =>
  [
    ...(given.first ?? []),
    ...placeSection(given.pupil, given.today, planRow(given.review.kind).decidedElsewhere),
    agendaSection(given, mayChange(given)),
    ...profileToLookAt(given),
    ...peopleSection(given),
    ...sentInSection(given),
    lastActionsSection(given),
    targetsSection(given),
    supportSection(given, mayChange(given)),
    ...agreedSections(given),
  ].filter(({ parts }) => parts.length > 0);

function meetingCard(given: Given): CardMessage {
  const { review, pupil, school } = given;
  const missing = missingFor(review, school);
  const page = onPage(meetingSections(given), given.about, toMeeting(review));
  const from = broughtForwardFrom(review);
  const forward = from ? `, brought forward from ${dayWords(from)}` : '';
  const met = review.meetingOpenedAt ? `Meeting of ${dayWords(heldOn(review))}${forward}. ` : '';
  const card = sheetCard({
    frame: {
      title: 'Agenda of the review meeting',
      line: lineOf(review, pupil),
      ask: page.numbered(`${met}${neededWords(given, missing)}`),
      ...noticed(given.notice),
    },
    sections: [
      ...page.sections,
      ...(page.paging.length ? [section('', [part([], { below: page.paging })])] : []),
      ...(mayChange(given) ? [addingSection(given)] : []),
    ],
    buttons: meetingButtons(given, missing),
  });
  return { card, notification: `The agenda: review ${review.ref}` };
}
