import { dayWords } from '../domain/language/days.ts';
import { listed } from '../domain/language/words.ts';
import type { LocalDate } from '../domain/time.ts';
import { localDate } from '../domain/time.ts';
import { erasedLines } from './list/erased-words.ts';
import type { Plan } from './plan.ts';
import type { KeptOfStaff } from './plan-staff.ts';
import { changedAlike } from './pupil-changes.ts';
import type { MaybeSamePeople } from './same-people.ts';
import { some } from './some.ts';
import type { Tally } from './tally.ts';

/** What an import did: references, addresses and field names, never a pupil's name or any value. */
export type ImportReport = Plan['report'] & {
  /** The last day of the last term, when that is past already. */
  readonly termsEnd: LocalDate | undefined;
  /** Nobody on staff.csv is the head, whom the law invites to annual reviews. */
  readonly noHead: boolean;
  /** The local authorities whose SENDIASS is not named; '' where no local authority is. */
  readonly withoutSendiass: readonly string[];
  /** Addresses that are new on the list, and of each whoever left and may be the same person: the SENCO is asked. */
  readonly maybeSame: readonly MaybeSamePeople[];
  /** What stays as it was changed here, though the files say something else. */
  readonly kept: readonly string[];
  /** How many children in the files were erased here, and are not taken. */
  readonly erased: number;
  /** Numbers in the files that are another pupil's, a line each. */
  readonly slips: readonly string[];
};

function countsLine(what: string, { added, changed, unchanged, missing }: Tally): string {
  const counts = `${added.length} added, ${changed.length} changed, ${unchanged} unchanged`;
  return `${what}: ${counts}${missing.length > 0 ? `, ${missing.length} not in the file` : ''}`;
}

/** Each colleague by themselves: who gets in, and who does not any more, is looked at one by one. */
function staffLines(tally: Tally): readonly string[] {
  return [
    countsLine('Staff', tally),
    ...tally.added.map((who) => `  added    ${who}`),
    ...tally.changed.map(({ who, fields }) => `  changed  ${who}: ${fields.join(', ')}`),
    ...tally.missing.map((who) => `  missing  ${who}: marked as having left, with no access from today`),
  ];
}

/** How many first; then the same said of several in one line, as of a list. */
function pupilLines(tally: Tally): readonly string[] {
  const { added, changed, missing } = tally;
  return [
    countsLine('Pupils', tally),
    ...(added.length > 0 ? [`  added    ${some(added)}`] : []),
    ...changedAlike(changed).map(({ fields, who }) => `  changed  ${listed(fields)}: ${some(who)}`),
    ...(missing.length > 0
      ? [`  missing  ${some(missing)}: kept as they were; nothing is ever removed by an import`]
      : []),
  ];
}

// Without the name of who changed it: addresses only, here.
function staffKeptLine({ address, field, by, at }: KeptOfStaff): string {
  const when = `by ${by} on ${dayWords(localDate(at))}`;
  return field === 'added'
    ? `  kept     ${address}: added here ${when}, and not on staff.csv`
    : `  kept     ${address}: ${field} changed here ${when}, and staff.csv says otherwise`;
}

function schoolLine({ schoolId, schoolFields }: ImportReport): string {
  if (!schoolFields) return `School ${schoolId}: added`;
  return `School ${schoolId}: ${schoolFields.length > 0 ? `changed ${schoolFields.join(', ')}` : 'unchanged'}`;
}

/** What is still to be said of a school, in words for whoever has files, and for whoever was asked line by line. */
interface NoteWords {
  readonly termsEnd: (lastDay: LocalDate) => string;
  readonly noHead: string;
  readonly sendiass: (la: string) => string;
}

const OF_FILES: NoteWords = {
  termsEnd: (lastDay) =>
    `the last term in school.json ended on ${lastDay}. Add the next, or nobody is reminded.`,
  noHead:
    'staff.csv names no head. Write head as the role of the head teacher, so that annual reviews invite them.',
  sendiass: (la) =>
    `school.json does not name the SENDIASS ${la ? `of ${la}` : 'of your local authority (localAuthorities)'}. Families are told how to find it; with its name and contact they are told whom to ask.`,
};

const OF_ANSWERS: NoteWords = {
  termsEnd: (lastDay) =>
    `the last of these terms ended on ${lastDay}. Add the next by “review school” in the chat, or nobody is reminded.`,
  noHead:
    'you are the only colleague so far. The others, and the head teacher, whom annual reviews invite, come by “review staff” in the chat, or by a staff list: npm run import -- staff.csv.',
  sendiass: () =>
    'families are told how to find their SENDIASS. Name your local authority and its SENDIASS by “review school” in the chat, and they are told whom to ask.',
};

/**
 * The report as lines for a terminal.
 * @param begun whether the school was asked for line by line, so that there are no files to put anything right in.
 */
export function describeReport(report: ImportReport, begun = false): readonly string[] {
  const words = begun ? OF_ANSWERS : OF_FILES;
  const { termsEnd, noHead, withoutSendiass, maybeSame, kept, slips, erased } = report;
  return [
    schoolLine(report),
    ...report.settingsKept.map(
      ({ key, said }) =>
        `  kept     ${key}: ${said}, and school.json says otherwise. To take the file’s: --from-file ${key}`,
    ),
    ...staffLines(report.staff),
    ...report.staffKept.map(staffKeptLine),
    ...maybeSame.map(
      ({ now, before }) =>
        `Please look: is ${now}, who is new, the same person as ${before}, who has left? Until somebody says so on “review staff”, they are two, and what was asked stays with the one who left.`,
    ),
    ...pupilLines(report.pupils),
    ...slips,
    ...erasedLines(erased),
    ...(erased > 0 ? ['To take them all the same: --take-erased.'] : []),
    ...kept,
    ...(kept.length + report.staffKept.length > 0
      ? ['To take what the files say in their place: --take-list.']
      : []),
    ...[
      ...(termsEnd ? [words.termsEnd(termsEnd)] : []),
      ...(noHead ? [words.noHead] : []),
      ...withoutSendiass.map(words.sendiass),
    ].map((note) => `Please note: ${note}`),
  ];
}
