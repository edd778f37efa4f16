import { isSenco } from '../domain/school/membership.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import { button } from '../presentation/buttons.ts';
import { exportPress, type SaidOfPassages } from '../presentation/export-press.ts';
import type { CardMessage } from '../presentation/message.ts';
import { exportCard, exportedWords, exportPurpose } from '../presentation/screens/export.ts';
import type { Deps } from './deps.ts';
import { noticeScreen } from './plain-screens.ts';
import type { PupilAsked } from './pupil-screen.ts';
import { SAY } from './refusals.ts';

const WITHOUT = ' without ';

const MARK = /^[0-9a-f]{6}$/;

/**
 * "Ada Example without 3f9a2c, 77c1d0": whose record, and what is to be left out of it, as a button carries it. What is no mark, and
 * not "none", makes all of it unclear: somebody who mistypes a mark must not hand over what they meant to leave out.
 */
export function readExport(rest: string): {
  readonly whose: string;
  readonly without: string | 'unclear' | undefined;
} {
  const at = rest.toLowerCase().lastIndexOf(WITHOUT);
  if (at < 0) return { whose: rest, without: undefined };
  const said = rest.slice(at + WITHOUT.length).toLowerCase();
  const marks = said.split(/[^\p{L}\p{N}]/u).filter((one) => one !== '' && one !== 'and');
  const whose = rest.slice(0, at);
  if (marks.length === 1 && marks[0] === 'none') return { whose, without: '' };
  const isClear = marks.length > 0 && marks.every((one) => MARK.test(one));
  return { whose, without: isClear ? marks.join(',') : UNCLEAR };
}

/** What was typed of passages is no mark of any. */
const UNCLEAR = 'unclear';

/** What was typed of passages, with the page that whoever typed it has looked at. */
export function saidOfPassages(
  { records, from }: Deps,
  pupil: Pupil,
  without: string | undefined,
): SaidOfPassages {
  const looked = without === undefined || !from ? undefined : records?.pageGiven(pupil.id, from);
  return { without, looked };
}

/** Asks a SENCO of the pupil's school what the record is for. */
export function exportScreen({ person, pupil, school }: PupilAsked, said: SaidOfPassages): CardMessage {
  if (!isSenco(school, person.email)) return noticeScreen('This can’t be taken out', SAY.sencoExports);
  if (said.without === UNCLEAR) return noticeScreen('Which passages?', SAY.marksUnclear);
  return exportCard({ pupil, said });
}

/** Takes it out for what was pressed. Access is checked at the press, too: the card may be old. */
export async function exportPressed(
  deps: Deps,
  { person, pupil, school }: PupilAsked,
  data: Readonly<Record<string, string>>,
): Promise<CardMessage> {
  if (!isSenco(school, person.email)) return noticeScreen('This can’t be taken out', SAY.sencoExports);
  const purpose = exportPurpose(data.for);
  if (!purpose) return noticeScreen('Sorry', SAY.nonsense);
  const { records, from } = deps;
  if (!records || !from) return noticeScreen('This can’t be taken out here', SAY.noFilesHere);
  const without =
    data.without === undefined ? undefined : data.without.split(',').filter((one) => one !== '');
  deps.audit?.record(school.id, {
    ...{ who: person.email, chat: from.channel, kind: 'exported', what: purpose, pupils: [pupil.id] },
  });
  await deps.audit?.durable();
  const given = await records.give({ school, pupil, purpose, without, looked: data.looked }, from);
  const again = button('Take it out once more', exportPress(pupil.id, undefined, data));
  if (given.is === 'no-such-passage') return noticeScreen('Which passages?', SAY.noSuchMark(given.marks));
  if (given.is === 'not-given') return noticeScreen('That did not reach you', SAY.fileNotGiven, [again]);
  const isAgain = given.open > 0 && without !== undefined;
  const words = exportedWords({ ...given, again: isAgain });
  if (!isAgain) return noticeScreen('The record is taken out', words, [again]);
  const said = { without: data.without, looked: given.page };
  const go = button('I have looked: make it', exportPress(pupil.id, purpose, said), 'positive');
  return noticeScreen('Please look once more', words, [go]);
}
