import type { Reply } from '../channels/channel.ts';
import { count } from '../domain/language/words.ts';
import { movesBack } from '../domain/pupil/moves-back.ts';
import { hasBegun, notTold, yearMoves, yearToBegin } from '../domain/pupil/year-moves.ts';
import type { School } from '../domain/school/school.ts';
import { type Instant, localDate } from '../domain/time.ts';
import { button, press } from '../presentation/buttons.ts';
import { placedAt } from '../presentation/message.ts';
import { moveBackPress } from '../presentation/move-back-press.ts';
import type { Frame } from '../presentation/render.ts';
import { movingUpCard } from '../presentation/screens/school/moving-up.ts';
import type { Deps } from './deps.ts';
import { beginMoving, beginMovingBack, isLongMove, movesInto } from './move-pupils.ts';
import type { Moving } from './moving-port.ts';
import { schoolsRun } from './people.ts';
import { noticeScreen, notYoursScreen } from './plain-screens.ts';
import { attention, good, SAY } from './refusals.ts';
import { type Asked, below, type Handler, inPlace, pageIn } from './turn.ts';

const schoolOf = ({ person, data }: Asked): School | undefined =>
  schoolsRun(person).find(({ id }) => id === data.school);

async function movingUpScreen(deps: Deps, school: School, page: number, notice?: Frame['notice']) {
  const today = localDate(deps.clock.now());
  const year = yearToBegin(today);
  const pupils = await deps.store.pupilsOf(school.id);
  const moves = yearMoves(pupils, school, year, today);
  const show = movingUpCard({
    ...{ school, year, moves, notTold: notTold(pupils, year, today) },
    ...{ today, page, notice, movedHere: movesBack(pupils, year).back.length },
  });
  return placedAt(press.movingUp(school.id, page), show);
}

/** How far it is, where many are moved. */
function underWay({ which, done, of }: Moving, school: School): Reply {
  const say = `${done} of ${count(of, 'pupil')} so far. It goes on by itself: you can do something else meanwhile.`;
  return inPlace(
    noticeScreen(which === 'up' ? 'Moving everybody up a year' : 'Putting everybody back', say, [
      button('How far is it?', press.movingUp(school.id, 1)),
      button('The school', press.school(school.id)),
    ]),
  );
}

/** The button to who moves up, or to another page of it; while they are being moved, to how far it is. */
export const movingUpPressed: Handler = async (deps, asked) => {
  const school = schoolOf(asked);
  if (!school) return below(notYoursScreen());
  const moving = deps.moving?.get(school.id);
  if (moving && !moving.outcome) return underWay(moving, school);
  // What came of it is said once.
  deps.moving?.delete(school.id);
  const show = await movingUpScreen(deps, school, pageIn(asked.data), moving && saidOf(moving));
  return inPlace(show);
};

function saidOf({ which, outcome, done }: Moving): Frame['notice'] {
  if (outcome === 'not-begun') return attention(SAY.notCopied);
  const many = count(done, 'pupil');
  if (which === 'back')
    return outcome === 'all'
      ? good(`Put back: ${many} in the year group from before.`)
      : attention(SAY.movedBackInPart(done));
  return outcome === 'all'
    ? good(`Done: ${many} moved up a year. A year group is put right on the pupil’s page.`)
    : attention(SAY.movedInPart(done));
}

/** Puts those back who were moved up into this school year, as far as nobody has said their year group since; asked first. */
export const moveBackPressed: Handler = async (deps, asked) => {
  const school = schoolOf(asked);
  if (!school) return below(notYoursScreen());
  const at = deps.clock.now();
  const year = yearToBegin(localDate(at));
  const before = deps.moving?.get(school.id);
  if (before && !before.outcome) return underWay(before, school);
  const { back, touched } = movesBack(await deps.store.pupilsOf(school.id), year);
  if (Number(asked.data.year) !== year || back.length === 0)
    return inPlace(await movingUpScreen(deps, school, 1, good(SAY.already)));
  if (asked.data.sure !== 'yes') return inPlace(askBackScreen(school, year, back.length, touched.length));
  return whenOver(
    deps,
    school,
    back,
    beginMovingBack(deps, school, back, { year, actor: actorOf(asked, at) }),
  );
};

const actorOf = ({ person }: Asked, at: Instant) => ({ who: person.email, at });

function askBackScreen(school: School, year: number, back: number, touched: number) {
  const others = touched
    ? ` ${count(touched, 'pupil')} whose year group somebody has changed since ${touched === 1 ? 'stays as it is' : 'stay as they are'}.`
    : '';
  const say = `That puts ${count(back, 'pupil')} back into the year group from before they were moved up.${others}`;
  return noticeScreen('Put everybody back?', say, [
    button('Put them back', moveBackPress(school.id, year, true), 'destructive'),
    button('Leave it', press.movingUp(school.id, 1)),
  ]);
}

/** What came of it; of many, how far it is so far. */
async function whenOver(
  deps: Deps,
  school: School,
  all: readonly unknown[],
  { moving, ended }: ReturnType<typeof beginMoving>,
): Promise<Reply> {
  if (deps.moving && isLongMove(all)) {
    // Whatever stops it, who is not moved yet is still to move: the screen says so, and another press goes on.
    ended.catch(() => undefined);
    return underWay(moving, school);
  }
  await ended.finally(() => deps.moving?.delete(school.id));
  return inPlace(await movingUpScreen(deps, school, 1, saidOf(moving)));
}

/** Moves everybody up a year; of a large school it is begun, and says how far it is. Pressed again it goes on. */
export const moveUpPressed: Handler = async (deps, asked) => {
  const school = schoolOf(asked);
  if (!school) return below(notYoursScreen());
  const at = deps.clock.now();
  const today = localDate(at);
  const year = yearToBegin(today);
  const show = async (notice: Frame['notice']) => inPlace(await movingUpScreen(deps, school, 1, notice));
  if (Number(asked.data.year) !== year || !hasBegun(year, today)) return show(undefined);
  const before = deps.moving?.get(school.id);
  if (before && !before.outcome) return underWay(before, school);
  const moves = await movesInto(deps, school, year);
  if (moves.length === 0) return show(good(SAY.already));
  return whenOver(deps, school, moves, beginMoving(deps, school, moves, { year, actor: actorOf(asked, at) }));
};
