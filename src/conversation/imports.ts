import type { Reply } from '../channels/channel.ts';
import { FileNotRead, mayBeList, type SentFile } from '../channels/sent-file.ts';
import { button, press } from '../presentation/buttons.ts';
import { columnsSent, importColumnsForm } from '../presentation/forms/import-columns.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Notice } from '../presentation/parts.ts';
import { importCard } from '../presentation/screens/import.ts';
import type { Deps } from './deps.ts';
import type { ImportSaid, Imports, PendingList, TakeableLook, Taken } from './import-port.ts';
import { afresh, NOTHING_SAID, saidWith, withColumns } from './import-said.ts';
import { beginTaking, isLong, takenScreen, takingScreen } from './long-import.ts';
import { missingFor } from './missing.ts';
import { listedAs, type Person, schoolsRun } from './people.ts';
import { noticeScreen, notYoursScreen, strangerScreen } from './plain-screens.ts';
import { attention, SAY } from './refusals.ts';
import { type Asked, type Handler, inPlace, pageIn } from './turn.ts';

const goneScreen = () => noticeScreen('Please send the file again', SAY.listGone);

const runsIt = (person: Person, school: string) => schoolsRun(person).some(({ id }) => id === school);

/**
 * Who they are by now: while something was waited for they may have been cut off, or their account may have become nobody's.
 * Undefined where they are nobody here, or another than before.
 */
async function asListedNow({ store, whoNow }: Deps, { email }: Person): Promise<Person | undefined> {
  const now = whoNow ? await whoNow() : listedAs(await store.schools(), email);
  return now?.email === email ? now : undefined;
}

/** What they are told in the place of a list, where they don't run the school any more; undefined where they do. */
async function refusedNow(deps: Deps, person: Person, school: string): Promise<CardMessage | undefined> {
  const now = await asListedNow(deps, person);
  if (!now) return strangerScreen();
  return runsIt(now, school) ? undefined : notYoursScreen();
}

/**
 * A look at a list of pupils that a SENCO sent privately. Undefined where this person may bring none in, or none of the files
 * can be a list: then nothing is opened.
 */
export async function listSent(
  deps: Deps,
  person: Person,
  files: readonly SentFile[],
): Promise<CardMessage | undefined> {
  const { imports } = deps;
  const [file, ...more] = files;
  if (!imports || !file || schoolsRun(person).length === 0 || !files.some(mayBeList)) return undefined;
  if (more.length > 0) return noticeScreen('One file at a time, please', SAY.oneFile);
  let bytes: Uint8Array;
  try {
    bytes = await file.read();
  } catch (error) {
    if (!(error instanceof FileNotRead)) throw error;
    return noticeScreen('I couldn’t open that file', SAY.fileNotRead[error.why]);
  }
  const now = await asListedNow(deps, person);
  if (!now) return strangerScreen();
  const [school, ...others] = schoolsRun(now);
  if (!school) return notYoursScreen();
  const token = deps.ids.unique();
  const list = { who: person.email, name: file.name, bytes, said: NOTHING_SAID, looks: 0 };
  imports.pending.set(token, list);
  if (others.length > 0) return whichSchool(token, list, now);
  return looked({ deps, imports, person, token, list }, { school: school.id, said: list.said });
}

function whichSchool(token: string, { looks }: PendingList, person: Person): CardMessage {
  const buttons = schoolsRun(person).map((one) =>
    button(one.name, press.importList({ token, look: looks }, 'school', one.id)),
  );
  return noticeScreen('For which school?', 'Which school is this list of?', buttons);
}

/** A list that waits for an answer, and whose it is. */
interface Waiting {
  readonly deps: Deps;
  readonly imports: Imports;
  readonly person: Person;
  readonly token: string;
  readonly list: PendingList;
}

/** The list looked at by what was said of it, and kept until it is said yes or no to. */
async function looked(
  waiting: Waiting,
  { school, said }: { readonly school: string; readonly said: ImportSaid },
  notice?: Notice,
): Promise<CardMessage> {
  const { deps, imports, person, token, list } = waiting;
  const look = await imports.look(list, school, said, list.who);
  const refused = await refusedNow(deps, person, school);
  if (refused) return refused;
  // Something else was said of it meanwhile, on a second device: that came first.
  if (imports.pending.get(token) !== list) return standing(waiting, attention(SAY.listOvertaken));
  const { taking: _, ...kept } = list;
  imports.pending.set(token, { ...kept, school, said, look, looks: list.looks + 1 });
  return standing(waiting, notice);
}

/** The list as it stands: what was shown last is shown once more, and nothing of it is decided. */
async function standing(waiting: Waiting, notice?: Notice): Promise<CardMessage> {
  const { deps, imports, person, token } = waiting;
  const list = imports.pending.get(token);
  if (!list) return goneScreen();
  const of = { token, look: list.looks };
  if (list.taking) {
    const missing = await missingFor(deps, person);
    const { outcome } = list.taking;
    if (outcome?.changedMeanwhile) return lookedAnew({ ...waiting, list }, outcome);
    if (outcome) imports.pending.delete(token);
    return takingScreen(list.taking, of, missing);
  }
  return list.look
    ? importCard({ look: list.look, of, notice, writes: deps.writes })
    : whichSchool(token, list, person);
}

/** The list looked at once more, since nothing of it was written: what it would change is something else by now. */
async function lookedAnew(waiting: Waiting, { say }: Taken): Promise<CardMessage> {
  const { school, said } = waiting.list;
  return school === undefined ? goneScreen() : looked(waiting, { school, said }, attention(say));
}

/** Shows which column is what, to be changed; or takes what was changed, and looks at the list again. */
async function aboutColumns(
  waiting: Waiting,
  { values, data: { answer, about = '' } }: Asked,
  again: (said: ImportSaid) => Promise<Reply>,
): Promise<Reply> {
  const { token, list } = waiting;
  const { look, said } = list;
  if (!look?.columns) return again(said);
  const of = { token, look: list.looks };
  const page = pageIn({ page: about });
  if (answer === 'columns') return inPlace(importColumnsForm(look.columns, of, page));
  const read = columnsSent(look.columns, page, values);
  if (read.ok) return again(withColumns(said, read.said));
  const { errors } = read;
  const notice = SAY.again(Object.keys(errors).length);
  return {
    kind: 'invalid',
    errors,
    show: importColumnsForm(look.columns, of, page, { values, errors, notice }),
  };
}

/** Brings in just what the look showed. */
async function take(waiting: Waiting, school: string, look: TakeableLook): Promise<CardMessage> {
  const { deps, imports, person, token, list } = waiting;
  const refused = await refusedNow(deps, person, school);
  if (refused) return refused;
  // Of two presses one takes it: from here on nothing is waited for until it has.
  if (imports.pending.get(token) !== list || !look.take) return standing(waiting);
  imports.pending.delete(token);
  if (isLong(look)) {
    const { look: _, ...rest } = list;
    const taking = beginTaking(look.take, look.changes ?? 0, ({ changedMeanwhile }) => {
      deps.committed();
      // It is kept no longer than it may have to be looked at again.
      if (!changedMeanwhile) imports.pending.set(token, { ...rest, bytes: new Uint8Array(), taking });
    });
    imports.pending.set(token, { ...rest, taking });
    return takingScreen(taking, { token, look: list.looks });
  }
  const taken = await look.take();
  if (taken.changedMeanwhile) {
    imports.pending.set(token, list);
    return lookedAnew(waiting, taken);
  }
  deps.committed();
  return takenScreen(taken, await missingFor(deps, person));
}

/** An answer to a look at a list: take it, say something more of it, or not at all. What an older look says is not taken. */
export const importAnswered: Handler = async (deps, asked) => {
  const { imports } = deps;
  const { person, data } = asked;
  const { token = '', answer = '', about = '' } = data;
  const list = imports?.pending.get(token);
  if (!imports || list?.who !== person.email) return inPlace(goneScreen());
  const waiting = { deps, imports, person, token, list };
  const school = answer === 'school' ? about : list.school;
  if (schoolsRun(person).length === 0 || (school !== undefined && !runsIt(person, school)))
    return inPlace(notYoursScreen());
  const { look, said } = list;
  if (list.taking || school === undefined) return inPlace(await standing(waiting));
  const again = async (now: ImportSaid) => inPlace(await looked(waiting, { school, said: now }));
  // Which school it is of is asked on a look as the others are: pressed on an older one it decides nothing.
  if (data.look !== String(list.looks)) return inPlace(await standing(waiting, attention(SAY.listOvertaken)));
  if (answer === 'school') return again(afresh(said));
  if (answer === 'columns' || answer === 'set-columns') return aboutColumns(waiting, asked, again);
  const more = saidWith(list, answer, about);
  if (more) return again(more);
  if (answer === 'take' && look) return inPlace(await take(waiting, school, look));
  if (answer !== 'drop') return inPlace(await standing(waiting));
  imports.pending.delete(token);
  return inPlace(noticeScreen('Nothing was brought in', SAY.listDropped));
};
