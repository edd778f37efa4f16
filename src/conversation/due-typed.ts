import type { Deps } from './deps.ts';
import { readDueWords } from './due-words.ts';
import { dueScreen } from './lists.ts';
import { schoolsOverseen } from './people.ts';
import { findPupil } from './pupils.ts';
import { pupilsKnownTo } from './pupils-known.ts';
import { attention, SAY } from './refusals.ts';
import { type Asked, below, type Handler } from './turn.ts';

/** Whether what follows “due” can only be a pupil. */
async function isPupil(deps: Deps, { person, data }: Asked): Promise<boolean> {
  return findPupil(data.rest ?? '', await pupilsKnownTo(deps, person)).is !== 'none';
}

/**
 * “review due”, or which of them: “due ehcp year 4”, “due this half-term”, “due parents”. With the name of a pupil it is what
 * `ofPupil` says of theirs.
 */
export const dueTyped =
  (ofPupil: Handler): Handler =>
  async (deps, asked) => {
    const { person, data } = asked;
    const [school] = schoolsOverseen(person);
    if (!school) return below(await dueScreen(deps, person, 1));
    const { view, unknown, noSuchYear } = readDueWords(data.rest ?? '', { school, now: deps.clock.now() });
    const isView = Object.keys(view).length > 0;
    if (unknown && !isView && (await isPupil(deps, asked))) return ofPupil(deps, asked);
    const say = noSuchYear ? SAY.noSuchYear(noSuchYear) : unknown && SAY.whichDue;
    return below(await dueScreen(deps, person, 1, view, say ? attention(say) : undefined));
  };
