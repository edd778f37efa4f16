import { planRow } from '../domain/plans/index.ts';
import { isConcluded, wasHeld } from '../domain/review/held.ts';
import { supportNamed } from '../domain/review/obligations/support.ts';
import { maySeeRecord } from '../domain/review/permissions.ts';
import { readsProfile } from '../domain/review/profile-looked.ts';
import { requestsOf } from '../domain/review/requests.ts';
import type { ScreenName } from '../domain/review/screen-name.ts';
import { isSenco } from '../domain/school/membership.ts';
import { kindUnder, planUnder } from '../domain/school/pupil.ts';
import { isDecided } from '../domain/statute/decided.ts';
import { type DueTransfer, dueWith, nextReviewOf } from '../domain/statute/due.ts';
import type { LateMeeting } from '../domain/statute/late-meeting.ts';
import { parentsMet } from '../domain/statute/parents-met.ts';
import type { RuleDate } from '../domain/statute/statute.ts';
import { type LocalDate, localDate } from '../domain/time.ts';
import { press } from '../presentation/buttons.ts';
import { type CardMessage, inPlaceOf, placedAt } from '../presentation/message.ts';
import type { Section } from '../presentation/parts.ts';
import type { Frame } from '../presentation/render.ts';
import { actionCard } from '../presentation/screens/action.ts';
import { agendaCard } from '../presentation/screens/agenda.ts';
import { chaseCard } from '../presentation/screens/chase.ts';
import { datesCard } from '../presentation/screens/dates.ts';
import { evidenceSaidCard } from '../presentation/screens/evidence-said.ts';
import { familyCard } from '../presentation/screens/family.ts';
import { heldEarlyCard } from '../presentation/screens/held-early.ts';
import { packCard } from '../presentation/screens/pack.ts';
import { recordCard } from '../presentation/screens/record.ts';
import type { RecordScope } from '../presentation/screens/record-corrections.ts';
import { requestsCard } from '../presentation/screens/requests.ts';
import { statusCard } from '../presentation/screens/status.ts';
import { supportCard } from '../presentation/screens/support.ts';
import type { Deps } from './deps.ts';
import type { Person } from './people.ts';
import { notYoursScreen } from './plain-screens.ts';
import type { Subject } from './review-access.ts';

type Notice = Frame['notice'];

/** What every screen of a review is given. */
interface Of {
  readonly deps: Deps;
  readonly person: Person;
  readonly subject: Subject;
  /** The action, or the page, it is about. */
  readonly about?: string | undefined;
  readonly notice?: Notice;
  /** What is to be done at once because of what was just done. */
  readonly first?: readonly Section[] | undefined;
}

const given = ({ deps, person, subject, about, notice, first }: Of) => ({
  review: subject.review,
  pupil: subject.pupil,
  school: subject.school,
  reviews: subject.reviews,
  today: localDate(deps.clock.now()),
  mayRun: isSenco(subject.school, person.email),
  about,
  notice,
  first,
});

/** When the next review of its plan is due: as all of the pupil's reviews have it. */
const dueOf = ({ review, pupil, school, reviews }: Subject, today: LocalDate) =>
  dueWith(review, pupil, reviews, today, school);

/** By when the next review is due once this one is decided, and why: as all of the pupil's reviews have it. */
function nextDue(subject: Subject, today: LocalDate): RuleDate | undefined {
  const { review } = subject;
  const isOver = review.stage === 'closed' || (isConcluded(review) && isDecided(review));
  const due = isOver ? dueOf(subject, today) : undefined;
  return due && nextReviewOf(due);
}

/** The review's meeting, where it is set for a day after the last one for it. */
function lateMeetingOf(subject: Subject, today: LocalDate): LateMeeting | undefined {
  const { review } = subject;
  const late = wasHeld(review) ? undefined : dueOf(subject, today)?.late;
  return late?.on === review.meeting?.date ? late : undefined;
}

/** The move between phases of education that is near and not settled. */
const moveOf = ({ deps, subject }: Of): DueTransfer | undefined =>
  dueOf(subject, localDate(deps.clock.now()))?.transfer;

function status(of: Of): CardMessage {
  const { review, pupil, school, reviews } = of.subject;
  const today = localDate(of.deps.clock.now());
  const plan = planUnder(pupil, review, reviews);
  const parents = plan && parentsMet(pupil, plan, reviews, today, school);
  const next = nextDue(of.subject, today);
  const late = lateMeetingOf(of.subject, today);
  const transfer = moveOf(of);
  return statusCard({
    ...given(of),
    next,
    late,
    transfer,
    parents,
    under: kindUnder(pupil, review, reviews),
  });
}

/** The agenda; of a meeting that is not open yet, or was opened by mistake and closed again, how the review stands. */
function agenda(of: Of): CardMessage {
  const isAhead = of.subject.review.stage === 'preparing' || of.subject.review.stage === 'gathering';
  return isAhead && !of.about?.startsWith('gathered')
    ? status({ ...of, about: undefined })
    : agendaCard(given(of));
}

function dates(of: Of): CardMessage {
  const late = lateMeetingOf(of.subject, localDate(of.deps.clock.now()));
  return datesCard({ ...given(of), late, due: dueOf(of.subject, localDate(of.deps.clock.now())) });
}

/** Of the question whether a meeting is held early: what is missing was seen. */
export const ANYWAY = 'anyway';

/** Whether the meeting is held today, though it is set for a later day: asked of who runs the review, in the place of how it stands. */
function heldEarly(of: Of): CardMessage | undefined {
  const { review, school } = of.subject;
  const isAhead = review.stage === 'gathering' && (review.meeting?.date ?? '') > given(of).today;
  if (!isAhead || !isSenco(school, of.person.email)) return undefined;
  const show = heldEarlyCard({ ...given(of), anyway: of.about === ANYWAY });
  return inPlaceOf(press.show('status', review.id), show);
}

const recordScope = (subject: Subject): RecordScope => (subject.scope === 'all' ? 'all' : 'record');

/** Whether the review is of a plan that has such things, and this person sees all of it: nobody else is shown them. */
const seesAll = ({ subject: { review, scope } }: Of, has: 'decidedElsewhere' | 'invitesOutsiders') =>
  scope === 'all' && planRow(review.kind)[has];

/**
 * Each screen of a review, with who may look at it: the answer is undefined where this person may not, or where what
 * it is about is not there.
 */
const SCREENS: Readonly<Record<ScreenName, (of: Of) => CardMessage | undefined>> = {
  status: (of) => (of.subject.scope === 'all' ? status(of) : undefined),
  agenda: (of) => (of.subject.scope === 'all' ? agenda(of) : undefined),
  'held-early': heldEarly,
  record: (of) => {
    const { subject, person } = of;
    const around = { ...subject, today: localDate(of.deps.clock.now()) };
    const may = subject.review.outcome && maySeeRecord(subject.review, person.email, subject.school, around);
    const profile = subject.scope === 'all' || readsProfile(subject.review, subject.pupil, person.email);
    return may
      ? recordCard({
          ...given(of),
          next: nextDue(subject, localDate(of.deps.clock.now())),
          scope: recordScope(subject),
          profile,
        })
      : undefined;
  },
  action: (of) => {
    const { subject, person, about } = of;
    const action = subject.review.actions.find((one) => one.id === about);
    const mine = action?.owner === person.email;
    return action && (mine || subject.scope === 'all')
      ? actionCard({ ...given(of), action, mine })
      : undefined;
  },
  support: (of) => {
    const { subject, person, about } = of;
    const provision = supportNamed(subject.review, about);
    const mine = provision?.owner === person.email;
    return provision && subject.review.outcome && (mine || subject.scope === 'all')
      ? supportCard({ ...given(of), provision, mine })
      : undefined;
  },
  'my-evidence': (of) => {
    const { subject, person } = of;
    const asked = subject.review.evidence.some((one) => one.who === person.email);
    return asked ? evidenceSaidCard({ ...given(of), who: person.email }) : undefined;
  },
  dates: (of) => (seesAll(of, 'decidedElsewhere') ? dates(of) : undefined),
  pack: (of) => (seesAll(of, 'invitesOutsiders') ? packCard(given(of)) : undefined),
  chase: (of) =>
    seesAll(of, 'decidedElsewhere')
      ? chaseCard({ ...given(of), transfer: moveOf(of), who: of.person.email })
      : undefined,
  requests: (of) => {
    const { subject, person } = of;
    const all = subject.scope === 'all';
    const may = all || requestsOf(subject.review).some(({ owner }) => owner === person.email);
    return may ? requestsCard({ ...given(of), who: person.email, all }) : undefined;
  },
  family: (of) =>
    of.subject.scope === 'all' && of.subject.review.stage !== 'cancelled'
      ? familyCard({
          ...given(of),
          next: nextDue(of.subject, localDate(of.deps.clock.now())),
          transfer: moveOf(of),
        })
      : undefined,
};

function looked(of: Of, name: ScreenName): CardMessage | undefined {
  const show = SCREENS[name](of);
  return show && placedAt(press.show(name, of.subject.review.id, of.about), show);
}

/** Whether a screen of a review is called so. */
export const isScreen = (name: string): name is ScreenName => Object.hasOwn(SCREENS, name);

/** The screen of this name, where there is one this person may look at. */
export function screenNamed(of: Of, name: string): CardMessage | undefined {
  return isScreen(name) ? looked(of, name) : undefined;
}

/** The screen of this name, or, where they may not look at it, what they may see of how things stand. */
export function screen(of: Of, name: ScreenName): CardMessage {
  return looked(of, name) ?? currentScreen(of);
}

/** What this person is to see of a review as it stands: all of it, the record, their own answer, their own action or the support they see to. */
export function currentScreen(of: Of): CardMessage {
  const { subject, person } = of;
  if (subject.scope === 'all') {
    return screen(of, subject.review.stage === 'meeting' ? 'agenda' : 'status');
  }
  const isTheirs = ({ owner }: { readonly owner?: string }) => owner === person.email;
  const own = subject.review.actions.find(isTheirs);
  const seenTo = subject.review.provision.find(isTheirs);
  return (
    looked(of, 'record') ??
    looked(of, 'my-evidence') ??
    (own && looked({ ...of, about: own.id }, 'action')) ??
    (seenTo && looked({ ...of, about: seenTo.id }, 'support')) ??
    looked(of, 'requests') ??
    notYoursScreen()
  );
}
