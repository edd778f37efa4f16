import { isSenco } from '../domain/school/membership.ts';
import type { CardMessage } from '../presentation/message.ts';
import { seenCard } from '../presentation/screens/seen.ts';
import { NO_AUDIT } from '../records/audit/audit.ts';
import { didInWords, fieldsInWords } from '../records/audit/entry-words.ts';
import type { Deps } from './deps.ts';
import { noticeScreen } from './plain-screens.ts';
import { pupilPressed } from './pupil-pressed.ts';
import type { PupilAsked } from './pupil-screen.ts';
import { SAY } from './refusals.ts';
import { below, type Handler, inPlace, pageIn } from './turn.ts';

const A_PAGE = 10;

/** Who has looked at a pupil's data, and what they did, to the SENCOs of their school. */
export async function seenScreen(
  { audit = NO_AUDIT }: Deps,
  { person, pupil, school }: PupilAsked,
  page: number,
): Promise<CardMessage> {
  if (!isSenco(school, person.email)) return noticeScreen('Not yours to do', SAY.sencoSeesTrail);
  const found = await audit.ofPupil(school.id, pupil.id, (page - 1) * A_PAGE, A_PAGE);
  const { entries, hasMore, notAsWritten } = found;
  return seenCard({
    ...{ pupil, school, page, hasMore, ...(notAsWritten && { notAsWritten }) },
    entries: entries.map((entry) => ({
      at: entry.at,
      who: entry.who,
      did: didInWords(entry),
      fields: fieldsInWords(entry),
      ...(entry.to !== undefined && { to: entry.to }),
    })),
  });
}

/** The buttons to its pages. */
export const pupilSeen: Handler = async (deps, asked) => {
  const of = await pupilPressed(deps, asked);
  if (!of) return below(noticeScreen('Sorry', SAY.notYours));
  return inPlace(await seenScreen(deps, of, pageIn(asked.data)));
};
