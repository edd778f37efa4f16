import type { OfRegister } from '../domain/pupil/register/step.ts';
import { localDate } from '../domain/time.ts';
import { press } from '../presentation/buttons.ts';
import { type CardMessage, placedAt } from '../presentation/message.ts';
import type { Frame } from '../presentation/render.ts';
import { missingDataCard, missingIn } from '../presentation/screens/missing-data.ts';
import type { Deps } from './deps.ts';
import { type Person, schoolsRun } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { SAY } from './refusals.ts';
import { below, type Handler } from './turn.ts';

/** The pupils of the schools this person is the SENCO of. */
const registers = ({ store, clock }: Deps, person: Person): Promise<OfRegister[]> =>
  Promise.all(
    schoolsRun(person).map(async (school) => ({
      school,
      pupils: await store.pupilsOf(school.id),
      reviews: await store.reviewsOf(school.id),
      who: person.email,
      today: localDate(clock.now()),
      typed: {},
      page: 1,
    })),
  );

/** How much is to be said of pupils in the schools this person is the SENCO of. */
export async function missingFor(deps: Deps, person: Person): Promise<number> {
  return (await registers(deps, person)).reduce((sum, of) => sum + missingIn(of), 0);
}

/** What no list has said of the pupils in the schools this person is the SENCO of. */
export async function missingScreen(
  deps: Deps,
  person: Person,
  notice?: Frame['notice'],
): Promise<CardMessage> {
  const schools = await registers(deps, person);
  if (schools.length === 0) return noticeScreen('Not yours to do', SAY.sencoKeepsPupils);
  return placedAt(press.missing(), missingDataCard({ schools, notice }));
}

/** “review missing”, and its button. */
export const missing: Handler = async (deps, { person }) => below(await missingScreen(deps, person));
