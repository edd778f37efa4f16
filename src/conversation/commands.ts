import { button, press } from '../cards/buttons.ts';
import { choosePupilCard } from '../cards/choose-pupil.ts';
import type { ActionData, CardMessage } from '../cards/message.ts';
import type { Reply } from '../channels/channel.ts';
import { isSenco, maySeeReview } from '../domain/permissions.ts';
import type { Review } from '../domain/review.ts';
import type { Pupil, School } from '../domain/school.ts';
import { absentTyped } from './absence.ts';
import type { Deps } from './deps.ts';
import { dueScreen, mineScreen } from './lists.ts';
import { actionsTyped } from './overview.ts';
import { type Person, schoolsOverseen } from './people.ts';
import { helpScreen, noticeScreen } from './plain-screens.ts';
import { findPupil } from './pupils.ts';
import { attention, SAY } from './refusals.ts';
import { currentScreen } from './screens.ts';
import { answering } from './settle.ts';
import { startFor } from './start.ts';
import { below, type Handler } from './turn.ts';
import type { CommandWord } from './words.ts';

const due: Handler = async (deps, { person }) => below(await dueScreen(deps, person, 1));
const mine: Handler = async (deps, { person }) => below(await mineScreen(deps, person, 1));
const help: Handler = async (_deps, { person }) => below(helpScreen(person));

/** The pupils this person may name: all of the schools they oversee, and those whose reviews concern them. */
async function pupilsKnownTo(deps: Deps, person: Person): Promise<Pupil[]> {
  const overseen = await Promise.all(schoolsOverseen(person).map((school) => deps.store.pupilsOf(school.id)));
  const concerning = await deps.store.reviewsConcerning(person.email);
  const schools = new Map(person.places.map(({ school }) => [school.id, school]));
  const seen = concerning.filter((review) => {
    const school = schools.get(review.schoolId);
    return school && maySeeReview(review, person.email, school);
  });
  const theirs = await Promise.all(seen.map((review) => deps.store.get('pupils', review.pupilId)));
  const all = [...overseen.flat(), ...theirs.filter((pupil) => pupil !== undefined)];
  return [...new Map(all.map((pupil) => [pupil.id, pupil])).values()];
}

/** What a command does with the one pupil it is about, and the button that says the same of a pupil to choose. */
interface AboutPupil {
  readonly word: CommandWord;
  readonly doing: (deps: Deps, person: Person, pupil: Pupil, school: School) => Promise<CardMessage>;
  readonly pressFor: (pupil: Pupil) => ActionData;
}

function aboutPupil({ word, doing, pressFor }: AboutPupil): Handler {
  return async (deps, { person, data }) => {
    const typed = (data.rest ?? '').replace(/^:\s*/, '');
    if (!typed)
      return below(noticeScreen('Which pupil?', `Please say whose: review ${word} and a name or reference.`));
    const found = findPupil(typed, await pupilsKnownTo(deps, person));
    if (found.is === 'one') {
      const place = person.places.find(({ school }) => school.id === found.pupil.schoolId);
      if (place) return below(await doing(deps, person, found.pupil, place.school));
    }
    const pupils = found.is === 'several' ? found.pupils : found.is === 'none' ? found.nearest : [];
    if (!pupils.length)
      return below(noticeScreen('No such pupil', SAY.noSuchPupil, [button('Help', press.help())]));
    const matches = pupils.map((pupil) => ({ pupil, send: pressFor(pupil) }));
    return below(choosePupilCard({ matches, near: found.is === 'none' }));
  };
}

const newest = (reviews: readonly Review[]) =>
  reviews.findLast((review) => review.stage !== 'cancelled') ?? reviews.at(-1);

/** The pupil's review that this person may see: the newest that is not cancelled. */
async function reviewOf(deps: Deps, person: Person, pupil: Pupil, school: School) {
  const reviews = await deps.store.reviewsOfPupil(pupil.id);
  const review = newest(reviews.filter((one) => maySeeReview(one, person.email, school)));
  const scope = review && maySeeReview(review, person.email, school);
  return review && scope ? { review, pupil, school, scope } : undefined;
}

async function statusOf(deps: Deps, person: Person, pupil: Pupil, school: School): Promise<CardMessage> {
  const subject = await reviewOf(deps, person, pupil, school);
  if (subject) return currentScreen({ deps, person, subject });
  const maySay = isSenco(school, person.email);
  return noticeScreen(
    'No review yet',
    maySay
      ? 'No review of this pupil has been started here.'
      : 'No review of this pupil has been started here. A SENCO can start one.',
    maySay ? [button('Start a review', press.start(pupil.id), 'positive')] : [],
  );
}

const start = aboutPupil({
  word: 'start',
  doing: async (deps, person, pupil, school) =>
    isSenco(school, person.email)
      ? startFor(deps, person, pupil, school)
      : noticeScreen('This review can’t be started', SAY.sencoOnly),
  pressFor: (pupil) => press.start(pupil.id),
});

const status = aboutPupil({
  word: 'status',
  doing: statusOf,
  pressFor: (pupil) => press.pupil(pupil.id),
});

/** The Look button of a pupil among several of one name. */
export const pupilStatus: Handler = async (deps, { person, data }) => {
  const known = await pupilsKnownTo(deps, person);
  const pupil = known.find((one) => one.id === data.pupil);
  const place = person.places.find(({ school }) => school.id === pupil?.schoolId);
  if (!pupil || !place) return below(noticeScreen('Sorry', SAY.notYours));
  return below(await statusOf(deps, person, pupil, place.school));
};

/** What each word that can be typed does. */
export const COMMAND_HANDLERS: Readonly<Record<CommandWord, Handler>> = {
  due,
  mine,
  actions: actionsTyped,
  absent: absentTyped,
  done: answering('done'),
  snooze: answering('snooze'),
  'not mine': answering('not mine'),
  "can't be done": answering("can't be done"),
  help,
  start,
  status,
};

/** Answers a word that is no command: the nearest one, or all of them. */
export function unknownWord(person: Person, nearest: CommandWord | undefined): Reply {
  const suggestion = nearest ? `Did you mean “review ${nearest}”?` : 'These are the words I know.';
  return below(helpScreen(person, attention(`Sorry, I don't know that word. ${suggestion}`)));
}
