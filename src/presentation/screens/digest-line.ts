import { pupilName } from '../../domain/language/people.ts';
import { count, uncapitalised } from '../../domain/language/words.ts';
import { OWED_ORDER, rowOfKind } from '../../domain/review/obligations/index.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { isPresent } from '../../domain/school/absence.ts';
import { membership } from '../../domain/school/membership.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { School } from '../../domain/school/school.ts';
import { isOverdue, pressing } from '../../domain/statute/by-law.ts';
import { daysBetween, type LocalDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { planToSay } from '../labels.ts';
import { plain, type Run, subtle, urgent } from '../parts.ts';
import { notReachedRuns } from './unreached.ts';
import { actionOf, buttonsOf, goneRuns, type Owed, thingOf } from './waiting.ts';
import { answerButtonsOf, type PupilOwed } from './waiting-pupil.ts';

/** Something in a digest about a pupil: a line, with the buttons that settle it. */
export interface DigestLine {
  readonly id: string;
  readonly pupil: Pupil;
  readonly school: School;
  /** What presses most is least: among these the day counts, then how things are best done. */
  readonly rank: number;
  readonly due: LocalDate;
  readonly order: number;
  readonly runs: readonly Run[];
  /** The same where it is the first thing that is said: in our own words, naming nobody. */
  readonly first: string;
  /** Its buttons: where there is room for all of them, for a few, for one. */
  readonly buttons: readonly [all: readonly Button[], few: readonly Button[], one: readonly Button[]];
  /** The button by which all of what its owner has is given away: offered once in a digest. */
  readonly givesAll?: Button | undefined;
  /** It is told once: it may not be left to a list of what is owed. */
  readonly once: boolean;
}

const LONGEST = 48;
/** Before all that presses: a meeting of today is missed by tonight, what is late can be done after it. */
const AT_ITS_HOUR = -1;

/** The beginning of what somebody typed, as one line: it stands in full behind the button. */
export function clipped(text: string): string {
  const line = text.split(/\s+/).filter(Boolean).join(' ');
  if (line.length <= LONGEST) return line;
  const space = line.lastIndexOf(' ', LONGEST);
  const cut = line.slice(0, space > 0 ? space : LONGEST).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut}…`;
}

/** "14 days late", "today", "in 6 days". */
function dayWords(due: LocalDate, why: Owed['obligation']['why'], today: LocalDate): string {
  const days = daysBetween(today, due);
  if (days < 0 && !isOverdue({ due, why }, today)) return 'as soon as can be';
  if (days < 0) return `${count(-days, 'day')} late`;
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}

function whenRuns({ due, why }: Pick<Owed['obligation'], 'due' | 'why'>, today: LocalDate): Run[] {
  const words = dayWords(due, why, today);
  return [subtle(' · '), isOverdue({ due, why }, today) ? urgent(words) : plain(words)];
}

/** The same in a sentence of its own; a question says itself what day it is about. */
const firstly = (what: string, { due, why }: Pick<Owed['obligation'], 'due' | 'why'>, today: LocalDate) =>
  what.endsWith('?') ? uncapitalised(what) : `${uncapitalised(what)}, ${dayWords(due, why, today)}.`;

/** "Find a new owner: the pens"; "Is it happening? Paired reading". */
const joined = (what: string, thing: string): string =>
  what === '' ? thing : `${what}${what.endsWith('?') ? '' : ':'} ${thing}`;

/** In whose place somebody is to be found. */
function whoRuns(owed: Owed): Run[] {
  const { obligation, review, school } = owed;
  const action = actionOf(owed);
  const kind = rowOfKind(obligation.kind);
  if (kind.notReached) return notReachedRuns(review, obligation.about ?? '', school).flat();
  if (kind.action === 'needs-owner' && action && !action.disowned) return goneRuns(action.owner, school);
  return kind.forSomebodyAway && obligation.about ? goneRuns(obligation.about, school) : [];
}

/** All of what somebody has who left or is away can be given away at once. */
function givingAll(owed: Owed, today: LocalDate): Button | undefined {
  const action = rowOfKind(owed.obligation.kind).action === 'needs-owner' ? actionOf(owed) : undefined;
  if (!action || action.disowned) return undefined;
  const gone = !membership(owed.school, action.owner) || !isPresent(owed.school, action.owner, today);
  const all = press.schoolForm('bulk-reassign', owed.school.id, action.owner);
  return gone ? button('Give all of theirs', all) : undefined;
}

/** Something of the reader's own in a review. */
export function ownLine(owed: Owed, today: LocalDate): DigestLine {
  const { obligation, review, pupil, school } = owed;
  const row = rowOfKind(obligation.kind);
  const terms = termsOf(review, pupil, today);
  const chase = row.action === 'to-do' ? actionOf(owed)?.onBehalfOf : undefined;
  const what = chase ? 'Chase' : (row.brief ?? row.words)(terms, review);
  const thing = thingOf(owed);
  const said = thing ? joined(what, clipped(thing.text)) : what;
  const plan = planToSay(owed);
  const who = whoRuns(owed);
  const [one, ...few] = buttonsOf(owed, false);
  const single = one ? [one] : [];
  return {
    id: obligation.id,
    ...{ pupil, school, due: obligation.due },
    rank: row.atItsHour && obligation.due === today ? AT_ITS_HOUR : pressing(obligation, today),
    order: OWED_ORDER.indexOf(obligation.kind),
    runs: [
      plain(said),
      ...(chase ? [subtle(` (${clipped(chase)})`)] : []),
      ...(who.length ? [subtle(row.notReached ? ': ' : ''), ...who] : []),
      ...(plan ? [subtle(` · ${plan}`)] : []),
      ...whenRuns(obligation, today),
    ],
    first: firstly(chase ? 'Chase an action' : thing ? row.words(terms, review) : said, obligation, today),
    buttons: [buttonsOf(owed, true), [...single, ...few], single],
    givesAll: givingAll(owed, today),
    once: false,
  };
}

/** Something that the reader owes for a pupil, and in no review. */
export function pupilLine({ obligation, pupil, school }: PupilOwed, today: LocalDate): DigestLine {
  const buttons = answerButtonsOf(obligation, pupil);
  return {
    id: obligation.id,
    ...{ pupil, school, due: obligation.due },
    rank: pressing(obligation, today),
    order: OWED_ORDER.length,
    runs: [
      plain(obligation.what),
      ...whenRuns(obligation, today),
      ...(obligation.more ? [subtle(` · ${obligation.more}`)] : []),
    ],
    first: firstly(obligation.what, obligation, today),
    buttons: [buttons, buttons, buttons.slice(0, 1)],
    once: false,
  };
}

/** What a pupil is called in a digest: with the school, where there are several. */
export const headOf = ({ pupil, school }: DigestLine, manySchools: boolean): string =>
  manySchools ? `${pupilName(pupil)} · ${school.name}` : pupilName(pupil);
