import { FileNotRead, type SentFile } from '../channels/sent-file.ts';
import { isSenco } from '../domain/school/membership.ts';
import type { School } from '../domain/school/school.ts';
import { button, press } from '../presentation/buttons.ts';
import type { CardMessage } from '../presentation/message.ts';
import { importCard } from '../presentation/screens/import.ts';
import type { Deps } from './deps.ts';
import type { ImportSaid, Imports, PendingList } from './import-port.ts';
import type { Person } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { SAY } from './refusals.ts';
import { type Handler, inPlace } from './turn.ts';

const NOTHING_SAID: ImportSaid = { skipBad: false, whose: new Map(), takeList: false };

const runs = ({ places, email }: Person): readonly School[] =>
  places.flatMap(({ school }) => (isSenco(school, email) ? [school] : []));

/**
 * A look at a list of pupils that a SENCO sent privately. Undefined where this person may bring none in: then the file is not
 * opened.
 */
export async function listSent(
  deps: Deps,
  person: Person,
  files: readonly SentFile[],
): Promise<CardMessage | undefined> {
  const { imports } = deps;
  const [school, ...others] = runs(person);
  const [file, ...more] = files;
  if (!imports || !school || !file) return undefined;
  if (more.length > 0) return noticeScreen('One file at a time, please', SAY.oneFile);
  let bytes: Uint8Array;
  try {
    bytes = await file.read();
  } catch (error) {
    if (!(error instanceof FileNotRead)) throw error;
    return noticeScreen('I couldn’t open that file', SAY.fileNotRead[error.why]);
  }
  const token = deps.ids.unique();
  const list = { who: person.email, name: file.name, bytes, said: NOTHING_SAID };
  if (others.length > 0) {
    imports.pending.set(token, list);
    const buttons = [school, ...others].map((one) =>
      button(one.name, press.importList(token, 'school', one.id)),
    );
    return noticeScreen('For which school?', 'Which school’s pupils are on this list?', buttons);
  }
  return looked(imports, token, { ...list, school: school.id });
}

/** The list looked at again, by what was said of it, and kept until it is said yes or no to. */
async function looked(
  imports: Imports,
  token: string,
  { look: _, ...list }: PendingList & { readonly school: string },
): Promise<CardMessage> {
  const look = await imports.look(list, list.school, list.said);
  imports.pending.set(token, { ...list, look });
  return importCard({ look, token });
}

/** An answer to a look at a list: take it, leave out the bad rows, whose a row is, for which school, or not at all. */
export const importAnswered: Handler = async (deps, { person, data }) => {
  const { imports } = deps;
  const { token = '', answer, about = '' } = data;
  const list = imports?.pending.get(token);
  if (!imports || list?.who !== person.email)
    return inPlace(noticeScreen('Please send the file again', SAY.listGone));
  const school = answer === 'school' ? about : list.school;
  if (school === undefined || !runs(person).some(({ id }) => id === school))
    return inPlace(noticeScreen('Not one of yours', SAY.notYours));
  const again = (said: ImportSaid) => looked(imports, token, { ...list, school, said });
  const { said, look } = list;
  if (answer === 'school') return inPlace(await again(said));
  if (answer === 'skip') return inPlace(await again({ ...said, skipBad: true }));
  if (answer === 'take-list') return inPlace(await again({ ...said, takeList: true }));
  if (answer === 'same' || answer === 'another') {
    const row = look?.looks[Number(about)];
    return inPlace(
      await again({ ...said, whose: new Map([...said.whose, ...(row ? [[row.ref, answer] as const] : [])]) }),
    );
  }
  imports.pending.delete(token);
  if (answer !== 'take' || !look?.take)
    return inPlace(noticeScreen('Nothing was brought in', SAY.listDropped));
  const { ok, say } = await look.take();
  deps.committed();
  const next = button('See what is due', press.due(1));
  return inPlace(noticeScreen(ok ? 'Brought in' : 'Not brought in', say, ok ? [next] : []));
};
