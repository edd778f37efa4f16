import { schoolYearOf } from '../domain/school/calendar.ts';
import type { Term } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { name, tidied } from './cells.ts';
import type { OutsideFile } from './read/table.ts';
import { SCHOOL_FILE } from './school-file.ts';
import { schoolYears } from './school-year.ts';
import { STAFF_FILE } from './staff-file.ts';

/** What a school needs to begin. */
export interface SchoolBegun {
  readonly id: string;
  readonly name: string;
  readonly terms: readonly Term[];
  readonly insetDays: readonly LocalDate[];
  /** The SENCO, and whoever else is known already. */
  readonly staff: readonly {
    readonly email: string;
    readonly name: string;
    readonly role: 'senco' | 'staff';
  }[];
}

/** The two files of a school that begins: they go through the checks of every other import. */
export function filesOfSchool({ staff, ...facts }: SchoolBegun): readonly OutsideFile[] {
  const lines = staff.map((one) => `${one.email},"${one.name.replaceAll('"', '""')}",${one.role}\n`);
  return [
    file(SCHOOL_FILE, JSON.stringify({ ...facts, closures: [] })),
    file(STAFF_FILE, `email,name,role\n${lines.join('')}`),
  ];
}

const file = (named: string, text: string): OutsideFile => ({
  name: named,
  bytes: new TextEncoder().encode(text),
});

/** A name as it would be stored, or what is wrong with it and what would be right. */
export function readName(text: string): { readonly name: string } | { readonly fault: string } {
  const { data, error } = tidied(name).safeParse(text);
  return data === undefined ? { fault: error?.issues[0]?.message ?? 'not right' } : { name: data };
}

/** "Oakfield Primary School" is offered as oakfield; 'school' where nothing is left. */
export function idFrom(school: string): string {
  const words = school
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .split(/[ -]+/)
    .filter((word) => !['', 'school', 'primary', 'the'].includes(word));
  return words.join('-').slice(0, 40).replace(/-$/, '') || 'school';
}

/** The usual terms, which nobody has said, and their first day for training, of the school year `today` is in and of the next. */
export function usualYears(today: LocalDate): Pick<SchoolBegun, 'terms' | 'insetDays'> {
  const first = `${schoolYearOf(today)}-09-01`;
  const { terms, insetDays } = schoolYears(today);
  return {
    terms: terms.filter(({ start }) => start >= first).map((term) => ({ ...term, guessed: true })),
    insetDays: insetDays.filter((day) => day >= first),
  };
}
