import { dayWords } from '../../../domain/language/days.ts';
import { pupilName } from '../../../domain/language/people.ts';
import { count } from '../../../domain/language/words.ts';
import { yearWords } from '../../../domain/language/year-words.ts';
import { hasBegun, type MoveLook, type NotTold, type YearMove } from '../../../domain/pupil/year-moves.ts';
import type { School } from '../../../domain/school/school.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { button, press } from '../../buttons.ts';
import type { CardMessage } from '../../message.ts';
import { moveBackPress } from '../../move-back-press.ts';
import { pageButtons, rowsOnPage } from '../../paging.ts';
import { bold, type Notice, noticed, part, plain, section, sheetCard, subtle } from '../../parts.ts';

const ROWS_A_PAGE = 8;

const WHY: Readonly<Record<MoveLook, string>> = {
  'last-year': 'the last year of a phase or of this school: if they have left, say so',
  'not-usual': 'not the usual year group for the birth date',
  'no-higher': 'there is no higher year group, so they stay in it',
};

/** Somebody whom only a person can move: with the form in which that is said. */
const notToldPart = ({ pupil, usual }: NotTold) =>
  part(
    [
      [
        bold(pupilName(pupil)),
        plain(` ${yearWords(pupil.yearGroup)}; ${yearWords(usual)} is usual for the birth date`),
      ],
      [subtle('I don’t know of which school year this is. If it is right, leave it.')],
    ],
    { beside: [button('Change the year group', press.pupilForm('details', pupil.id))] },
  );

/** Who moves up a year, with those to look at by name; from 1 September with the button that does it. */
export function movingUpCard(given: {
  readonly school: School;
  readonly year: number;
  readonly moves: readonly YearMove[];
  /** A handful at most. */
  readonly notTold?: readonly NotTold[];
  /** So many were moved up into it here, and can be put back. */
  readonly movedHere?: number;
  readonly today: LocalDate;
  readonly page: number;
  readonly notice?: Notice | undefined;
}): CardMessage {
  const { school, year, moves, today } = given;
  const toLook = moves.filter(({ look }) => look !== undefined);
  const { page, pages, shown, showing } = rowsOnPage(toLook, given.page, ROWS_A_PAGE);
  const parts = shown.map(({ pupil, to, look = 'not-usual' }) =>
    part(
      [
        [bold(pupilName(pupil)), plain(` ${yearWords(pupil.yearGroup)}, then ${yearWords(to)}`)],
        [subtle(WHY[look])],
      ],
      { beside: [button('About the pupil', press.aboutPupil(pupil.id))] },
    ),
  );
  const untold = given.notTold ?? [];
  const many = count(moves.length, 'pupil');
  const begun = hasBegun(year, today);
  const when = begun ? '' : ` It can be done from ${dayWords(`${year}-09-01`)}.`;
  const look = toLook.length
    ? ` ${toLook.length} of them ${toLook.length === 1 ? 'needs' : 'need'} a look, before or after.`
    : '';
  const ask = moves.length
    ? `${many} to move up a year.${look}${when} Phase transfers go by it. Nobody is moved twice.${showing}`
    : `${untold.length ? 'Nobody else is' : 'Everybody is in their year group of this school year: there is nobody'} to move up.`;
  const move = button(`Move ${many} up`, press.moveUp(school.id, year), 'positive');
  const card = sheetCard({
    frame: { title: 'A new school year', line: school.name, ask, ...noticed(given.notice) },
    sections: [
      ...(untold.length ? [section('Not moved: please say', untold.map(notToldPart))] : []),
      ...(parts.length ? [section('To look at', parts)] : []),
    ],
    buttons: [
      ...(begun && moves.length ? [move] : []),
      ...pageButtons(page, pages, (to) => press.movingUp(school.id, to)),
      ...(given.movedHere ? [button('Put them back', moveBackPress(school.id, year), 'destructive')] : []),
      button('The school', press.school(school.id)),
    ],
  });
  return { card, notification: 'SEND reviews: a new school year' };
}
