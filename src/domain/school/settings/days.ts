import { dayWords } from '../../language/days.ts';
import { longText } from '../../questions/text.ts';
import type { LocalDate } from '../../time.ts';
import { whyNoSchoolDay } from '../no-school-day.ts';
import { schoolYearAt } from '../school-year.ts';
import { type OfSchool, setting } from './setting.ts';

const LONGEST_LIST = 2000;

const daysSaid = (of: OfSchool, text: string): readonly LocalDate[] => {
  const read = of.readDays(text);
  return read.is === 'days' ? read.days : [];
};

/** So many are named: the sentence stays one. */
const MOST_NAMED = 3;

/** Which of the days have no pupils anyway, besides those that were given before: perhaps another was meant. */
function withoutPupilsAnyway(of: OfSchool, text: string): string | undefined {
  const { school } = of;
  const before = new Set([...school.insetDays, ...school.closures]);
  const byCalendar = { ...school, insetDays: [], closures: [] };
  const found = daysSaid(of, text.slice(0, LONGEST_LIST)).flatMap((day) => {
    const why = before.has(day) ? undefined : whyNoSchoolDay(byCalendar, day);
    return why ? [`${dayWords(day)} is ${why}`] : [];
  });
  if (found.length === 0) return undefined;
  const more =
    found.length > MOST_NAMED ? `, and ${found.length - MOST_NAMED} more have no pupils either` : '';
  return `${found.slice(0, MOST_NAMED).join(', ')}${more}. To keep it so, send it as it stands.`;
}

const inLines = (days: readonly LocalDate[]): string => days.toSorted().map(dayWords).join('\n');

const listOfDays = (id: string, label: string, hint: string) =>
  longText<OfSchool>({
    label,
    hint,
    longest: LONGEST_LIST,
    pointsOut: (text, of) => withoutPupilsAnyway(of, text),
    rows: (of) => ({
      read: (text) => {
        const read = of.readDays(text.slice(0, LONGEST_LIST));
        return read.is === 'days' ? read.days : undefined;
      },
      write: inLines,
    }),
    rule(sent, of) {
      const read = of.readDays((sent[id] ?? '').slice(0, LONGEST_LIST));
      return read.is === 'unclear' ? read.say : undefined;
    },
  });

/** Days of school years that are over stay as they are, and are not shown. */
const isOver = (of: OfSchool, day: LocalDate): boolean => day < schoolYearAt(of.school, of.today).start;

const asLines = (of: OfSchool, days: readonly LocalDate[]): string =>
  inLines(days.filter((day) => !isOver(of, day)));

const withOld = (of: OfSchool, old: readonly LocalDate[], said: readonly LocalDate[]): LocalDate[] =>
  [...new Set([...old.filter((day) => isOver(of, day)), ...said])].sort();

/** INSET days and closures, one a line. */
export const days = setting({
  name: 'school-days',
  title: 'INSET and closures',
  open: 'INSET days and closures',
  send: 'Save the days',
  keys: ['insetDays', 'closures'],
  ask: () =>
    'Days in term without pupils: nobody is reminded then. One a line, as you say them: “Mon 4 January 2027”, “4/1/2027”, “1 to 3 February 2027”. Bank holidays are known already.',
  notification: () => 'SEND reviews: the school’s INSET days and closures',
  freeText: false,
  questions: {
    insetDays: listOfDays('insetDays', 'INSET days', 'Mon 4 January 2027'),
    closures: listOfDays('closures', 'Days on which the school is closed', 'Thu 6 May 2027'),
  },
  values: (of) => ({
    insetDays: asLines(of, of.school.insetDays),
    closures: asLines(of, of.school.closures),
  }),
  said: () => 'Saved: the INSET days and closures. Every date goes by them from now on.',
  decide(of, answers) {
    const { school } = of;
    const insetDays = withOld(of, school.insetDays, daysSaid(of, answers.insetDays));
    const closures = withOld(of, school.closures, daysSaid(of, answers.closures));
    return { ok: true, school: { ...school, insetDays, closures } };
  },
});
