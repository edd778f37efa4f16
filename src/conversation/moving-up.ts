import { count } from '../domain/language/words.ts';
import { hasBegun, movedUp, yearMoves, yearToBegin } from '../domain/pupil/year-moves.ts';
import type { School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import type { Frame } from '../presentation/render.ts';
import { movingUpCard } from '../presentation/screens/school/moving-up.ts';
import { update } from '../store/update.ts';
import { bringUpToDate } from './commit.ts';
import type { Deps } from './deps.ts';
import { schoolsRun } from './people.ts';
import { notYoursScreen } from './plain-screens.ts';
import { attention, good, notCommitted, SAY } from './refusals.ts';
import { type Asked, below, type Handler, inPlace, pageIn } from './turn.ts';

const schoolOf = ({ person, data }: Asked): School | undefined =>
  schoolsRun(person).find(({ id }) => id === data.school);

async function movingUpScreen(deps: Deps, school: School, page: number, notice?: Frame['notice']) {
  const today = localDate(deps.clock.now());
  const year = yearToBegin(today);
  const moves = yearMoves(await deps.store.pupilsOf(school.id), school, year, today);
  return movingUpCard({ school, year, moves, today, page, notice });
}

/** The button to who moves up, or to another page of it. */
export const movingUpPressed: Handler = async (deps, asked) => {
  const school = schoolOf(asked);
  return school ? inPlace(await movingUpScreen(deps, school, pageIn(asked.data))) : below(notYoursScreen());
};

/**
 * Moves everybody up a year, each pupil by a commit of their own, on which it stands for which school year it was: pressed
 * twice, or gone on with after it was cut short, nobody is moved twice.
 */
export const moveUpPressed: Handler = async (deps, asked) => {
  const school = schoolOf(asked);
  if (!school) return below(notYoursScreen());
  const at = deps.clock.now();
  const today = localDate(at);
  const year = yearToBegin(today);
  const show = async (notice: Frame['notice']) => inPlace(await movingUpScreen(deps, school, 1, notice));
  if (Number(asked.data.year) !== year || !hasBegun(year, today)) return show(undefined);
  const moves = yearMoves(await deps.store.pupilsOf(school.id), school, year, today);
  if (moves.length === 0) return show(good(SAY.already));
  let done = 0;
  try {
    for (const move of moves) {
      const now = await update(deps.store, 'pupils', move.pupil.id, (pupil) =>
        pupil?.yearGroup === move.pupil.yearGroup && pupil.yearOf === move.pupil.yearOf
          ? movedUp({ ...move, pupil }, year, { who: asked.person.email, at })
          : undefined,
      );
      if (now) await bringUpToDate(deps, now);
      if (now) done += 1;
    }
  } catch (error) {
    if (!notCommitted(error)) throw error;
    return show(attention(SAY.movedInPart(done)));
  } finally {
    deps.committed(school.id);
  }
  return show(
    good(`Done: ${count(done, 'pupil')} moved up a year. A year group is put right on the pupil’s page.`),
  );
};
