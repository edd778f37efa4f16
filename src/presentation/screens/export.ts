import { pupilName } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import { asMain, button } from '../buttons.ts';
import { exportPress, type SaidOfPassages } from '../export-press.ts';
import type { CardMessage } from '../message.ts';
import { part, plain, section, sheetCard } from '../parts.ts';

/** For whom a record can be taken out, and what the button to it says. */
const FOR = {
  family: 'For the family',
  school: 'For the school',
  'next-school': 'For the next school',
} as const;
export type ExportPurpose = keyof typeof FOR;

const PURPOSES = Object.keys(FOR) as ExportPurpose[];

/** The purpose a button carries; undefined for anything else. */
export const exportPurpose = (text: string | undefined): ExportPurpose | undefined =>
  PURPOSES.find((one) => one === text);

/** Asks what a pupil's record is for: with that it is taken out. `said` is what was typed of passages to leave out. */
export function exportCard({
  pupil,
  said,
}: {
  readonly pupil: Pupil;
  readonly said: SaidOfPassages;
}): CardMessage {
  const decided =
    said.without === undefined
      ? []
      : [
          part([
            [
              plain(
                'For the family it is made as you decided: without those passages. The others stay that you have looked at; where something was typed since, you are asked about it first.',
              ),
            ],
          ]),
        ];
  const buttons = PURPOSES.map((one) => button(FOR[one], exportPress(pupil.id, one, said)));
  const [first, ...others] = buttons;
  const card = sheetCard({
    frame: {
      title: 'All that is held about a pupil',
      line: pupilName(pupil),
      ask: 'What is it for? It comes to you alone, in our own chat: a page to read and print, and the same as data.',
    },
    sections: [
      section('', [
        part([
          [
            plain(
              'It has everything anybody recorded, with their names. For the family, passages that may be about somebody else are pointed out, and you decide.',
            ),
          ],
        ]),
        ...decided,
      ]),
    ],
    buttons: first ? [asMain(first), ...others] : [],
  });
  return { card, notification: 'Take out a pupil’s record' };
}

/** What came of it, in a sentence or two. */
export function exportedWords(given: {
  readonly files: number;
  readonly asked: boolean;
  readonly open: number;
  /** They have said already what to leave out. */
  readonly again: boolean;
}): string {
  const { files, asked, open, again } = given;
  const here = asked
    ? `In our own chat you are asked about ${count(files, 'file')}: please allow each within ten minutes.`
    : `${count(files, 'file')} ${files === 1 ? 'is' : 'are'} in our own chat.`;
  if (open === 0) return here;
  const are = open === 1 ? '1 passage' : `${open} passages`;
  if (again)
    return `${here} Please don’t hand it over yet: it is not the page you looked at before, or I don’t know any more which one that was. ${are} would stay in, at the top of it. Once you have looked, press the button. Or type anew which to leave out.`;
  return `${here} Please don’t hand it over yet: ${are} may be about somebody else. They stand at the top of the page, each with a mark, and nothing was cut. Then type “review export PUPIL without MARK, MARK” to leave some out, or “… without none” to keep all.`;
}
