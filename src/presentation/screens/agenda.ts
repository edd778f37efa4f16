import { dayWords } from '../../domain/language/days.ts';
import { planRow } from '../../domain/plans/index.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { newProvision } from '../../domain/review/carry-over.ts';
import { heldOn } from '../../domain/review/held.ts';
import { broughtForwardFrom } from '../../domain/review/held-early.ts';
import { type Missing, missingFor } from '../../domain/review/missing.ts';
import { recordedAtMeeting } from '../../domain/review/recorded-at-meeting.ts';
import type { Review } from '../../domain/review/review.ts';
import { termsIn } from '../../domain/review/terms-of.ts';
import { type Button, button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { away } from '../more.ts';
import { onPage } from '../paging.ts';
import {
  explained,
  headed,
  noticed,
  type OfReview,
  type Part,
  part,
  type Section,
  section,
} from '../parts.ts';
import { placeSection } from '../place.ts';
import { actionStands } from './actions.ts';
import { addButton, agendaAddCard } from './agenda-add.ts';
import { neededWords, nextNeeded } from './agenda-needs.ts';
import { agendaSection, pointsCard } from './agenda-points.ts';
import { targetsSection } from './agenda-targets.ts';
import { disagreementPart, newTargetPart, provisionPart } from './agreed.ts';
import { attendanceParts, sectionChangePart } from './annual-met.ts';
import { sentInSection } from './families.ts';
import { gatheredSections } from './gathered.ts';
import { lastActionsSection, supportSection } from './last-review.ts';
import { peopleSection } from './people.ts';
import { profileToLookAt } from './profile.ts';
import { safetySection } from './safety.ts';

/** The card of an open meeting: its agenda to run it by, or (`about` "gathered-1", …) what was gathered for it. */
export function agendaCard(
  given: OfReview & {
    readonly mayRun: boolean;
    readonly about?: string | undefined;
  },
): CardMessage {
  if (given.about?.startsWith('gathered')) return gatheredCard(given);
  if (given.about === 'add' && mayChange(given)) return agendaAddCard(given);
  return given.about?.startsWith('points') ? pointsCard(given, mayChange(given)) : meetingCard(given);
}

type Given = Parameters<typeof agendaCard>[0];

const toGathered = (review: Review) => (page: number) => press.show('agenda', review.id, `gathered-${page}`);
const toMeeting = (review: Review) => (page: number) => press.show('agenda', review.id, `page-${page}`);

function gatheredCard(given: Given): CardMessage {
  const { review, pupil } = given;
  const sections = [...safetySection(given), ...gatheredSections(given)];
  const page = onPage(sections, given.about, toGathered(review));
  const intro = sections.length
    ? `What the ${termsIn(given).child}, their family and colleagues have said. To send it round, copy it from here.`
    : 'Nothing has been said yet.';
  const shown = explained({
    frame: {
      title: 'What was gathered',
      line: lineOf(review, pupil),
      ask: page.numbered(intro),
      ...noticed(given.notice),
    },
    sections: page.sections,
    paging: page.paging,
    buttons: [
      review.stage === 'meeting'
        ? button('Back to the agenda', press.show('agenda', review.id))
        : button('Back', press.show('status', review.id)),
    ],
  });
  return { ...shown, notification: `What was gathered: review ${review.ref}` };
}

// Once the outcome is decided, what was agreed is corrected, not taken back.
const mayChange = ({ review, mayRun }: Given) => mayRun && review.stage === 'meeting';

type Undoable = Parameters<typeof press.takeBack>[1];

const NAMED: Readonly<Record<Undoable, string>> = {
  action: 'action',
  provision: 'provision',
  target: 'what was added to work towards',
  disagreement: 'disagreement',
  'section-change': 'change to the plan',
  'agenda-note': 'note',
};

/** `at`: which of those it is, from 0, for who hears the buttons read out. */
function takeBack(given: Given, what: Undoable, about: string, at: number): Pick<Part, 'beside'> {
  const undo = {
    ...button('Take back', press.takeBack(given.review.id, what, about)),
    says: `Take back: ${NAMED[what]} ${at + 1}`,
  };
  return { beside: mayChange(given) ? [away(undo)] : [] };
}

function agreedSections(given: Given): Section[] {
  const { review, school, today } = given;
  const terms = termsIn(given);
  const newTargets = review.newTargets.map((target, at) => ({
    ...newTargetPart(target, terms),
    ...takeBack(given, 'target', target.id, at),
  }));
  const provision = newProvision(review).map((one) => ({
    ...provisionPart(one, school, terms),
    below: mayChange(given)
      ? [
          button('Change', press.form('provision', review.id, one.id)),
          button('Take back', press.takeBack(review.id, 'provision', one.id)),
        ].map(away)
      : [],
  }));
  const changes = annualPartOf(review).sectionChanges.map((one, at) => ({
    ...sectionChangePart(one, 'all'),
    ...takeBack(given, 'section-change', one.id, at),
  }));
  const disagreements = review.disagreements.map((one, at) => ({
    ...disagreementPart(one, terms),
    ...takeBack(given, 'disagreement', one.id, at),
  }));
  const actions = review.actions.map((action, at) =>
    part(
      [...headed('', action.what), actionStands(action, school, today)],
      takeBack(given, 'action', action.id, at),
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

function meetingButtons(given: Given, missing: readonly Missing[]): Button[] {
  const { review } = given;
  const gathered = button('What was gathered', toGathered(review)(1));
  const status = button('How the review stands', press.show('status', review.id));
  if (!mayChange(given)) return [gathered, status];
  const { words, forms } = planRow(review.kind);
  return [
    ...nextNeeded(given, missing),
    addButton(given),
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
    ...safetySection(given),
    ...placeSection(given.pupil, given.today, planRow(given.review.kind).decidedElsewhere),
    ...profileToLookAt(given),
    ...peopleSection(given),
    ...sentInSection(given),
    lastActionsSection(given),
    targetsSection(given, mayChange(given)),
    supportSection(given, mayChange(given)),
    ...agreedSections(given),
    agendaSection(given, mayChange(given)),
  ].filter(({ parts }) => parts.length > 0);

function meetingCard(given: Given): CardMessage {
  const { review, pupil, school } = given;
  const missing = missingFor(review, school);
  const page = onPage(meetingSections(given), given.about, toMeeting(review));
  const from = broughtForwardFrom(review);
  const forward = from ? `, brought forward from ${dayWords(from)}` : '';
  const met = review.meetingOpenedAt ? `Meeting of ${dayWords(heldOn(review))}${forward}. ` : '';
  const shown = explained({
    frame: {
      title: 'Agenda of the review meeting',
      line: lineOf(review, pupil),
      ask: page.numbered(`${met}${neededWords(given, missing)}`),
      ...noticed(given.notice),
    },
    sections: page.sections,
    paging: page.paging,
    buttons: meetingButtons(given, missing),
  });
  return { ...shown, notification: `The agenda: review ${review.ref}` };
}
