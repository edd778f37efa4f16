import { fullName } from '../domain/language/name-words.ts';
import { yearWords } from '../domain/language/year-words.ts';
import { digestId } from '../domain/nudges/digest.ts';
import { allAbout } from '../domain/nudges/message.ts';
import { closedActions, type OpenAction, openActions, termBegan } from '../domain/nudges/overview.ts';
import { reachOf } from '../domain/nudges/reach.ts';
import { heldUpIn } from '../domain/review/obligations/support.ts';
import { maySeeReview } from '../domain/review/permissions.ts';
import type { Review } from '../domain/review/review.ts';
import { addressOf, isSenco } from '../domain/school/membership.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import { compare, type LocalDate, localDate } from '../domain/time.ts';
import type { ActionsView } from '../presentation/buttons.ts';
import { press } from '../presentation/buttons.ts';
import type { Whose } from '../presentation/labels.ts';
import { type CardMessage, placedAt } from '../presentation/message.ts';
import type { Frame } from '../presentation/render.ts';
import { choosePersonCard } from '../presentation/screens/choose-person.ts';
import { type ClosedRow, type OpenRow, overviewCard } from '../presentation/screens/overview.ts';
import type { First } from '../presentation/screens/overview-first.ts';
import { lateFirst, lateInData, lateLaIn } from '../presentation/screens/overview-late.ts';
import { firstToSend, toSendIn } from '../presentation/screens/request-stands.ts';
import { accountsIn } from '../store/accounts.ts';
import { readActions, viewOf } from './actions-typed.ts';
import type { Deps } from './deps.ts';
import { type Person, schoolsOverseen } from './people.ts';
import { findAmong, type Named } from './pupils.ts';
import { attention, SAY } from './refusals.ts';
import { whoseReview } from './review-access.ts';
import { below, type Handler, inPlace } from './turn.ts';

interface Rows extends First {
  readonly open: readonly OpenRow[];
  readonly closed: readonly ClosedRow[];
}

/** All that a person may see of the actions of one school: all of them, where they oversee it, else their own. */
async function rowsIn(deps: Deps, person: Person, school: School, today: LocalDate): Promise<Rows> {
  const { store } = deps;
  const all = schoolsOverseen(person).includes(school);
  const reviews = all
    ? await store.reviewsOf(school.id)
    : (await store.reviewsConcerning(person.email)).filter((review) => review.schoolId === school.id);
  const theirs = ({ action }: { action: { owner: PersonId } }) => all || action.owner === person.email;
  const mayRun = isSenco(school, person.email);
  const open = openActions(reviews, school, today).filter(theirs);
  const closed = closedActions(reviews, school, termBegan(school, today)).filter(theirs);
  const late = all
    ? reviews.flatMap((review) => lateLaIn(review, today).map((owed) => ({ review, owed })))
    : [];
  const heldUp = all
    ? reviews.flatMap((review) => heldUpIn(review).map((provision) => ({ review, provision })))
    : [];
  const toSend = (all ? reviews : [])
    .map((review) => ({ review, requests: toSendIn(review) }))
    .filter(({ requests }) => requests.length > 0);
  const known = new Map<string, Whose>();
  for (const { review } of [...open, ...closed, ...late, ...toSend, ...heldUp]) {
    const whose = known.has(review.id) ? undefined : await whoseReview(store, review);
    if (whose && (all || maySeeReview(review, person.email, school, { ...whose, today })))
      known.set(review.id, whose);
  }
  const shown = <Of extends { review: Review }>(of: Of) => {
    const whose = known.get(of.review.id);
    return whose ? [{ of, pupil: whose.pupil, reviews: whose.reviews, mayRun }] : [];
  };
  const reach = await reaching(deps, open, today);
  return {
    open: open.flatMap(shown).map((row) => ({ ...row, reach: all ? reach(row.of) : undefined })),
    closed: closed.flatMap(shown),
    late: [
      ...late.flatMap(({ review, owed }) => {
        const whose = known.get(review.id);
        return whose ? [{ ...whose, owed, school, mayRun }] : [];
      }),
      ...(all ? await lateInDataOf(deps, school, reviews, today) : []).map((one) => ({ ...one, mayRun })),
    ],
    toSend: toSend.flatMap(({ review, requests }) => {
      const whose = known.get(review.id);
      return whose ? [{ ...whose, requests, school, today }] : [];
    }),
    heldUp: heldUp.flatMap(({ review, provision }) => {
      const whose = known.get(review.id);
      return whose ? [{ ...whose, provision, school }] : [];
    }),
  };
}

/** The decisions that are late on meetings which only the school's data has; `reviews` are all of the school's. */
async function lateInDataOf({ store }: Deps, school: School, reviews: readonly Review[], today: LocalDate) {
  const byPupil = Map.groupBy(reviews, ({ pupilId }) => pupilId);
  const pupils = await store.pupilsOf(school.id);
  return pupils.flatMap((pupil) => lateInData(pupil, byPupil.get(pupil.id) ?? [], today, school));
}

/** What is wrong, if anything, with telling the owners of their actions. */
async function reaching(deps: Deps, open: readonly OpenAction[], today: LocalDate) {
  const known = new Map<PersonId, Parameters<typeof reachOf>>();
  for (const { action, school } of open) {
    if (known.has(action.owner)) continue;
    const digest = await deps.store.get('digests', digestId(today, action.owner));
    known.set(action.owner, [
      digest ? [digest.state] : [],
      await accountsIn(deps.store, action.owner, [school]),
    ]);
  }
  return ({ review, action, inHand }: OpenAction) => {
    if (inHand !== 'owner') return undefined;
    const told = review.messages.findLast(
      (one) => one.kind === 'action-given' && one.to === action.owner && allAbout(one).includes(action.id),
    );
    const [states, contacts] = known.get(action.owner) ?? [[], []];
    return reachOf([...states, ...(told ? [told.state] : [])], contacts);
  };
}

async function rowsOf(deps: Deps, person: Person): Promise<Rows> {
  const today = localDate(deps.clock.now());
  const schools = person.places.map(({ school }) => school);
  const rows = await Promise.all(schools.map((school) => rowsIn(deps, person, school, today)));
  return {
    open: rows.flatMap(({ open }) => open),
    closed: rows.flatMap(({ closed }) => closed),
    late: lateFirst(rows.flatMap(({ late }) => late)),
    toSend: rows.flatMap(({ toSend }) => toSend).toSorted((a, b) => compare(firstToSend(a), firstToSend(b))),
    heldUp: rows.flatMap(({ heldUp }) => heldUp),
  };
}

const isOf =
  (who: string | undefined) =>
  ({ of, pupil }: OpenRow | ClosedRow) =>
    who === undefined || pupil.id === who || of.action.owner === who;

/** The actions that this person may see, as `view` has them. */
async function overviewScreen(
  deps: Deps,
  person: Person,
  asked: ActionsView,
  notice?: Frame['notice'],
): Promise<CardMessage> {
  // A button sent long ago may call a pupil by another id.
  const pupil = asked.who && (await deps.store.get('pupils', asked.who));
  const view = pupil ? { ...asked, who: pupil.id } : asked;
  const { open, closed, late, toSend, heldUp } = await rowsOf(deps, person);
  const own = schoolsOverseen(person).length === 0;
  const whose = view.who && (await peopleKnownTo(deps, person)).find(({ id }) => id === view.who)?.name;
  const wanted = <One extends Pick<Whose, 'pupil'>>(some: readonly One[]) =>
    view.which === 'closed' ? [] : some.filter(({ pupil }) => !view.who || pupil.id === view.who);
  const show = overviewCard({
    open: open.filter(isOf(view.who)),
    closed: closed.filter(isOf(view.who)),
    first: {
      late: wanted(late),
      toSend: wanted(toSend).filter((one) => view.which !== 'overdue' || firstToSend(one) < one.today),
      heldUp: wanted(heldUp),
    },
    view: own ? { ...view, by: 'pupil' } : view,
    whose: whose || undefined,
    own,
    today: localDate(deps.clock.now()),
    notice,
  });
  return placedAt(press.actions(view), show);
}

interface Known extends Named {
  /** A colleague's address or a pupil's id. */
  readonly id: string;
  readonly about: string;
}

/** Whose actions a person may ask for: colleagues and pupils of the schools they oversee. */
async function peopleKnownTo(deps: Deps, person: Person): Promise<Known[]> {
  const schools = schoolsOverseen(person);
  const pupils = (await Promise.all(schools.map(({ id }) => deps.store.pupilsOf(id)))).flat();
  const staff = schools.flatMap((school) =>
    school.staff.map((one) => {
      const address = addressOf(one);
      return { id: one.email, name: one.name, ref: address, about: `staff, ${address}` };
    }),
  );
  return [
    ...new Map(staff.map((one) => [one.id, one])).values(),
    ...pupils.map((pupil) => ({
      id: pupil.id,
      name: fullName(pupil),
      ref: pupil.ref,
      about: [yearWords(pupil.yearGroup), pupil.className, pupil.ref].filter(Boolean).join(', '),
    })),
  ];
}

/** `actions`, and what was typed after it. */
export const actionsTyped: Handler = async (deps, { person, data }) => {
  const { view, name } = readActions(data.rest ?? '');
  if (!name) return below(await overviewScreen(deps, person, view));
  const people = await peopleKnownTo(deps, person);
  if (!people.length) return below(await overviewScreen(deps, person, view, attention(SAY.ownActionsOnly)));
  const found = findAmong(name, people);
  if (found.is === 'one') return below(await overviewScreen(deps, person, { ...view, who: found.one.id }));
  const some = found.is === 'several' ? found.several : found.nearest;
  if (!some.length) return below(await overviewScreen(deps, person, view, attention(SAY.nobodyOfThatName)));
  const matches = some.map(({ id, name: whose, about }) => ({
    name: whose,
    about,
    send: press.actions({ ...view, who: id }),
  }));
  const here = press.typed('actions', data.rest ?? '');
  return below(placedAt(here, choosePersonCard({ matches, near: found.is === 'none' })));
};

/** A button to the actions, or to another view of them. */
export const actionsPressed: Handler = async (deps, { person, data }) =>
  inPlace(await overviewScreen(deps, person, viewOf(data)));
