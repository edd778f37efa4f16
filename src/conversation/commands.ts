import { type PlanKind, planRow } from '../domain/plans/index.ts';
import { requestsOf } from '../domain/review/requests.ts';
import { isSenco } from '../domain/school/membership.ts';
import { planNamed } from '../domain/school/pupil.ts';
import { localDate } from '../domain/time.ts';
import { press } from '../presentation/buttons.ts';
import { exportPress } from '../presentation/export-press.ts';
import { type CardMessage, placedAt } from '../presentation/message.ts';
import { owingReviews } from '../presentation/screens/also-waiting.ts';
import { aboutPupilScreen } from './about-pupil.ts';
import { absentTyped } from './absence.ts';
import { addPupil } from './add-pupil.ts';
import type { Deps } from './deps.ts';
import { dueTyped } from './due-typed.ts';
import { exportPressed, exportScreen, readExport, saidOfPassages } from './export.ts';
import { guideAtLarge, guideFor } from './guide.ts';
import { mineScreen } from './lists.ts';
import { missing } from './missing.ts';
import { aboutPupil } from './of-one-pupil.ts';
import { actionsTyped } from './overview.ts';
import { schoolsOverseen } from './people.ts';
import { helpScreen, noticeScreen } from './plain-screens.ts';
import { pupilFormFor } from './pupil-forms.ts';
import { pupilPressed } from './pupil-pressed.ts';
import { type Meant, type PupilAsked, pupilScreen, reviewMeant } from './pupil-screen.ts';
import { attention, SAY } from './refusals.ts';
import { answering } from './reminder-replies.ts';
import type { Subject } from './review-access.ts';
import { schoolTyped } from './school.ts';
import { currentScreen, screen } from './screens.ts';
import { seenScreen } from './seen.ts';
import { staffTyped } from './staff.ts';
import { startFor } from './start.ts';
import { below, type Handler } from './turn.ts';
import type { CommandWord } from './typed-words.ts';
import { chaseInData, datesAheadOf } from './without-review.ts';

const mine: Handler = async (deps, { person }) => below(await mineScreen(deps, person, 1));
const help: Handler = async (deps, { person }) => below(helpScreen(deps, person));

/** What the pupil's review asked of the local authority, to those who see all of it, where no annual review owes anything. */
async function requestsScreen(deps: Deps, of: PupilAsked, annual: Meant): Promise<CardMessage | undefined> {
  const { person, pupil } = of;
  if (annual.is === 'one') return undefined;
  const pressFor = (kind: PlanKind) => press.pupil(pupil.id, 'chase', kind);
  const asked = await reviewMeant(deps, of, pressFor, (review) => requestsOf(review).length > 0);
  if (asked.is === 'several') return asked.ask;
  if (asked.is === 'none' || asked.subject.scope !== 'all') return undefined;
  return screen({ deps, person, subject: asked.subject }, 'requests');
}

/** The review to chase: the oldest in which the local authority owes something, though the next may have begun. */
function toChase({ clock }: Deps, subject: Subject): Subject {
  const { review, reviews } = subject;
  const [owing = review] = owingReviews(reviews, review.kind, localDate(clock.now()));
  return { ...subject, review: owing };
}

/** A screen of the pupil's annual review that is under way, for those who may see all of it. */
async function annualScreen(name: 'dates' | 'chase', deps: Deps, of: PupilAsked): Promise<CardMessage> {
  const { person, pupil, school } = of;
  const pressFor = (kind: PlanKind) => press.pupil(pupil.id, name, kind);
  const annual = await reviewMeant(deps, of, pressFor, ({ kind }) => planRow(kind).decidedElsewhere);
  if (annual.is === 'several') return annual.ask;
  const asked = name === 'chase' ? await requestsScreen(deps, of, annual) : undefined;
  if (asked) return asked;
  const inData = name === 'chase' ? await chaseInData(deps, of) : undefined;
  const here = press.pupil(pupil.id, name, planNamed(pupil, of.plan)?.kind);
  if (inData) return placedAt(here, inData);
  if (annual.is === 'one' && annual.subject.scope === 'all')
    return screen(
      { deps, person, subject: name === 'chase' ? toChase(deps, annual.subject) : annual.subject },
      name,
    );
  const ahead = name === 'dates' ? await datesAheadOf(deps, of) : undefined;
  if (ahead) return placedAt(here, ahead);
  const hasOne = pupil.plans.some(({ kind }) => planRow(kind).decidedElsewhere);
  const notice = attention(hasOne ? SAY.noAnnual : SAY.annualOnly);
  return pupilScreen(deps, of, schoolsOverseen(person).includes(school) ? notice : undefined);
}

const start = aboutPupil({
  word: 'start',
  doing: async (deps, { person, pupil, school }) =>
    isSenco(school, person.email)
      ? startFor(deps, person, pupil, school)
      : noticeScreen('This review can’t be started', SAY.sencoOnly),
  pressFor: (pupil) => press.start(pupil.id),
});

const status = aboutPupil({
  word: 'status',
  doing: pupilScreen,
  ofReview: async (deps, person, subject) => currentScreen({ deps, person, subject }),
  pressFor: (pupil) => press.pupil(pupil.id),
});

const early = aboutPupil({
  word: 'early',
  doing: (deps, of) => pupilFormFor(deps, 'early-review', of, SAY.sencoAnswersRequests),
  pressFor: (pupil) => press.pupilForm('early-review', pupil.id),
});

const met = aboutPupil({
  word: 'met',
  doing: (deps, of) => pupilFormFor(deps, 'met', of, SAY.sencoRecordsMeetings),
  pressFor: (pupil) => press.pupilForm('met', pupil.id),
});

const pupil = aboutPupil({
  word: 'pupil',
  doing: aboutPupilScreen,
  pressFor: ({ id }) => press.aboutPupil(id),
});

/** What follows “without” is no part of the name. */
const exportTyped: Handler = (deps, asked) => {
  const { whose, without } = readExport(asked.data.rest ?? '');
  const one = aboutPupil({
    word: 'export',
    doing: async (_, of) => exportScreen(of, saidOfPassages(deps, of.pupil, without)),
    pressFor: (one) => exportPress(one.id, undefined, saidOfPassages(deps, one, without)),
  });
  return one(deps, { ...asked, data: { rest: whose } });
};

const dates = aboutPupil({
  word: 'dates',
  doing: (deps, of) => annualScreen('dates', deps, of),
  pressFor: (pupil) => press.pupil(pupil.id, 'dates'),
});

const chaseOne = aboutPupil({
  word: 'chase',
  doing: (deps, of) => annualScreen('chase', deps, of),
  pressFor: (pupil) => press.pupil(pupil.id, 'chase'),
});

const guideOne = aboutPupil({
  word: 'guide',
  doing: async (deps, of) =>
    schoolsOverseen(of.person).includes(of.school) ? guideFor(deps, of) : noticeScreen('Sorry', SAY.notYours),
  pressFor: (pupil) => press.guide(undefined, pupil.plans[0]?.kind, pupil.id),
});

const seen = aboutPupil({
  word: 'seen',
  doing: (deps, of) => seenScreen(deps, of, 1),
  pressFor: ({ id }) => press.seen(id, 1),
});

/** Without a name: the guide as it is for all. */
const guide: Handler = (deps, asked) => (asked.data.rest ? guideOne : guideAtLarge)(deps, asked);

/** Without a name: every local authority that is late, which heads the list of actions. */
const chase: Handler = (deps, asked) => (asked.data.rest ? chaseOne : actionsTyped)(deps, asked);

/** The button to what is known of a pupil. */
export const pupilKnown: Handler = async (deps, asked) => {
  const of = await pupilPressed(deps, asked);
  if (!of) return below(noticeScreen('Sorry', SAY.notYours));
  return below(await aboutPupilScreen(deps, of, { about: asked.data.about }));
};

/** The buttons of a record to take out. */
export const pupilExported: Handler = async (deps, asked) => {
  const of = await pupilPressed(deps, asked);
  if (!of) return below(noticeScreen('Sorry', SAY.notYours));
  const { data } = asked;
  return below(data.for === undefined ? exportScreen(of, data) : await exportPressed(deps, of, data));
};

/** The Look button of a pupil among several of one name. */
export const pupilStatus: Handler = async (deps, asked) => {
  const of = await pupilPressed(deps, asked);
  if (!of) return below(noticeScreen('Sorry', SAY.notYours));
  const { screen: name } = asked.data;
  const annual = name === 'dates' || name === 'chase';
  return below(await (annual ? annualScreen(name, deps, of) : pupilScreen(deps, of)));
};

/** What each word that can be typed does. */
export const COMMAND_HANDLERS: Readonly<Record<CommandWord, Handler>> = {
  due: dueTyped(status),
  mine,
  actions: actionsTyped,
  absent: absentTyped,
  staff: staffTyped,
  school: schoolTyped,
  done: answering('done'),
  snooze: answering('snooze'),
  'not mine': answering('not mine'),
  "can't be done": answering("can't be done"),
  guide,
  help,
  start,
  status,
  early,
  pupil,
  'add pupil': addPupil,
  missing,
  met,
  export: exportTyped,
  seen,
  dates,
  chase,
};
