import type { Reply } from '../channels/channel.ts';
import { FileNotRead, type SentFile } from '../channels/sent-file.ts';
import { isSenco } from '../domain/school/membership.ts';
import type { School } from '../domain/school/school.ts';
import { button, press } from '../presentation/buttons.ts';
import { columnsSent, importColumnsForm } from '../presentation/forms/import-columns.ts';
import type { HeadingSaid } from '../presentation/list-columns.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Frame } from '../presentation/render.ts';
import { importCard } from '../presentation/screens/import.ts';
import type { Deps } from './deps.ts';
import type { ImportSaid, Imports, PendingList } from './import-port.ts';
import { beginTaking, isLong, takenScreen, takingScreen } from './long-import.ts';
import { missingFor } from './missing.ts';
import type { Person } from './people.ts';
import { noticeScreen } from './plain-screens.ts';
import { attention, SAY } from './refusals.ts';
import { type Asked, type Handler, inPlace, pageIn } from './turn.ts';

const NOTHING_SAID: ImportSaid = { skipBad: false, whose: new Map(), takeList: false, columns: [] };

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
  { look: _, taking: _taking, ...list }: PendingList & { readonly school: string },
  notice?: Frame['notice'],
): Promise<CardMessage> {
  const look = await imports.look(list, list.school, list.said, list.who);
  imports.pending.set(token, { ...list, look });
  return importCard({ look, token, notice });
}

type Again = (said: ImportSaid) => Promise<Reply>;

/** Answers that say something more of the list, which is then looked at again; undefined for any other. */
const SAYS: Readonly<Record<string, (list: PendingList, about: string) => Partial<ImportSaid> | undefined>> =
  {
    school: () => ({}),
    skip: () => ({ skipBad: true }),
    'take-list': () => ({ takeList: true }),
    same: ({ said, look }, about) => ({ whose: withWhose(said, look, about, 'same') }),
    another: ({ said, look }, about) => ({ whose: withWhose(said, look, about, 'another') }),
    'list-school': ({ said, look }, about) => {
      const heading = look?.schoolHeading;
      if (about === 'one') return heading ? { columns: withColumns(said, [{ heading, field: 'skip' }]) } : {};
      const schoolInList = look?.schools?.[Number(about)];
      return schoolInList === undefined ? {} : { schoolInList };
    },
  };

function withWhose({ whose }: ImportSaid, look: PendingList['look'], about: string, is: 'same' | 'another') {
  const row = look?.looks[Number(about)];
  return new Map([...whose, ...(row ? [[row.ref, is] as const] : [])]);
}

/** What was said of headings, and what is said now: of one heading, or one column, the last word stands. */
function withColumns({ columns }: ImportSaid, now: readonly HeadingSaid[]): readonly HeadingSaid[] {
  const isOver = (one: HeadingSaid) =>
    now.some(({ heading, field }) => heading === one.heading || (field === one.field && field !== 'skip'));
  return [...columns.filter((one) => !isOver(one)), ...now];
}

/** Shows which column is what, to be changed; or takes what was changed, and looks at the list again. */
function aboutColumns(
  { token, list, values, page }: { token: string; list: PendingList; values: Asked['values']; page: number },
  sent: boolean,
  again: Again,
): Promise<Reply> | Reply {
  const { look, said } = list;
  if (!look?.columns) return again(said);
  if (!sent) return inPlace(importColumnsForm(look.columns, token, page));
  const read = columnsSent(look.columns, page, values);
  if (read.ok) return again({ ...said, columns: withColumns(said, read.said) });
  const { errors } = read;
  const notice = SAY.again(Object.keys(errors).length);
  const show = importColumnsForm(look.columns, token, page, { values, errors, notice });
  return { kind: 'invalid', errors, show };
}

/** An answer to a look at a list: take it, say something more of it, or not at all. */
export const importAnswered: Handler = async (deps, { person, data, values }) => {
  const { imports } = deps;
  const { token = '', answer = '', about = '' } = data;
  const list = imports?.pending.get(token);
  if (!imports || list?.who !== person.email)
    return inPlace(noticeScreen('Please send the file again', SAY.listGone));
  const school = answer === 'school' ? about : list.school;
  if (school === undefined || !runs(person).some(({ id }) => id === school))
    return inPlace(noticeScreen('Not one of yours', SAY.notYours));
  const lookedAnew = async (of: PendingList & { readonly school: string }, say: string) =>
    inPlace(await looked(imports, token, of, attention(say)));
  if (list.taking) {
    const missing = await missingFor(deps, person);
    const { outcome } = list.taking;
    if (outcome?.changedMeanwhile) return lookedAnew({ ...list, school }, outcome.say);
    if (outcome) imports.pending.delete(token);
    return inPlace(takingScreen(list.taking, token, missing));
  }
  const again = async (said: ImportSaid) => inPlace(await looked(imports, token, { ...list, school, said }));
  const { said, look } = list;
  const more = Object.hasOwn(SAYS, answer) ? SAYS[answer]?.(list, about) : undefined;
  if (more) return again({ ...said, ...more });
  if (answer === 'look') return again(said);
  if (answer === 'columns' || answer === 'set-columns')
    return aboutColumns(
      { token, list, values, page: pageIn({ page: about }) },
      answer === 'set-columns',
      again,
    );
  imports.pending.delete(token);
  if (answer !== 'take' || !look?.take)
    return inPlace(noticeScreen('Nothing was brought in', SAY.listDropped));
  if (isLong(look)) {
    const { look: _, ...rest } = list;
    const taking = beginTaking(look.take, look.changes ?? 0, ({ changedMeanwhile }) => {
      deps.committed();
      // It is kept no longer than it may have to be looked at again.
      if (!changedMeanwhile) imports.pending.set(token, { ...rest, school, bytes: new Uint8Array(), taking });
    });
    imports.pending.set(token, { ...rest, school, taking });
    return inPlace(takingScreen(taking, token));
  }
  const taken = await look.take();
  if (taken.changedMeanwhile) return lookedAnew({ ...list, school }, taken.say);
  deps.committed();
  return inPlace(takenScreen(taken, await missingFor(deps, person)));
};
