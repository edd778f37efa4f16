import { isSenco } from '../domain/school/membership.ts';
import { button } from '../presentation/buttons.ts';
import { exportPress } from '../presentation/export-press.ts';
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

/** Asks a SENCO of the pupil's school what the record is for. */
export function exportScreen(
  { person, pupil, school }: PupilAsked,
  without: string | undefined,
): CardMessage {
  if (!isSenco(school, person.email)) return noticeScreen('This can’t be taken out', SAY.sencoExports);
  if (without === UNCLEAR) return noticeScreen('Which passages?', SAY.marksUnclear);
  return exportCard({ pupil, without });
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
  const given = await records.give({ school, pupil, purpose, without }, from);
  const again = button('Take it out once more', exportPress(pupil.id, undefined, data.without));
  if (given.is === 'no-such-passage') return noticeScreen('Which passages?', SAY.noSuchMark(given.marks));
  if (given.is === 'not-given') return noticeScreen('That did not reach you', SAY.fileNotGiven, [again]);
  return noticeScreen('The record is taken out', exportedWords(given), [again]);
}
