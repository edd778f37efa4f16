import type { Terminal } from '../command-line/command.ts';
import { dayWords } from '../domain/language/days.ts';
import { tidy } from '../domain/language/tidy.ts';
import { schoolYearOf } from '../domain/school/calendar.ts';
import type { Term } from '../domain/school/school.ts';
import { EARLIEST_START } from '../domain/school/school-year.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import { filesOfSchool, idFrom, usualYears } from './begin-school.ts';
import { email, name, tidied } from './cells.ts';
import { readDay } from './days.ts';
import type { Fault } from './fault.ts';
import type { OutsideFile } from './read/table.ts';
import { readSchool } from './school-file.ts';

type Asker = Pick<Terminal, 'say' | 'ask'>;

/** Nobody answers any more. */
class Silence extends Error {}

/**
 * The files of a school that begins, from what a person answers: its name and id, who the SENCO is, and its terms, for which
 * usual days are offered. What can't be taken is asked again.
 * @returns undefined where nobody answers.
 */
export async function askForSchool(
  asker: Asker,
  { store, today }: { readonly store: Store; readonly today: LocalDate },
): Promise<readonly OutsideFile[] | undefined> {
  const taken = new Set((await store.schools()).map(({ id }) => id));
  try {
    const school = await askText(asker, 'What is the school called?', tidied(name));
    const id = await askId(asker, school, taken);
    const senco = await askText(asker, 'What is your name? You will be its SENCO here.', tidied(name));
    const address = await askText(
      asker,
      'Which e-mail address do you have in Teams or Slack?',
      tidied(email),
    );
    const { terms, insetDays } = await askTerms(asker, today);
    const staff = [{ email: address, name: senco, role: 'senco' } as const];
    return filesOfSchool({ id, name: school, terms, insetDays, staff });
  } catch (error) {
    if (error instanceof Silence) return undefined;
    throw error;
  }
}

async function answerTo(asker: Asker, question: string): Promise<string> {
  const answer = await asker.ask(question);
  if (answer === undefined) throw new Silence();
  return tidy(answer);
}

interface Check {
  safeParse(text: string): {
    readonly data?: string;
    readonly error?: { readonly issues: readonly { message: string }[] };
  };
}

async function askText(asker: Asker, question: string, check: Check): Promise<string> {
  for (;;) {
    const { data, error } = check.safeParse(await answerTo(asker, question));
    if (data !== undefined) return data;
    asker.say(`That is ${error?.issues[0]?.message ?? 'not right'}.`);
  }
}

async function askId(asker: Asker, school: string, taken: ReadonlySet<string>): Promise<string> {
  const offered = idFrom(school);
  for (;;) {
    const answer = await answerTo(
      asker,
      `A short id for it, which never changes? Press Enter for ${offered}, or write another.`,
    );
    const id = answer || offered;
    const fault = taken.has(id) ? 'a school of that id is stored already; write another' : idFault(id);
    if (!fault) return id;
    asker.say(`That is not taken: ${fault}.`);
  }
}

// By the check of school.json itself: there is one rule for ids.
function idFault(id: string): string | undefined {
  const { faults } = readSchool(JSON.stringify({ id }));
  return faults.find(({ column }: Fault) => column === 'id')?.message;
}

const inWords = ({ name: called, start, end, halfTerm }: Term) =>
  `${called}: ${dayWords(start)} to ${dayWords(end)}${halfTerm ? `, half-term ${dayWords(halfTerm.start)} to ${dayWords(halfTerm.end)}` : ''}`;

/** This school year's terms and the next's: nobody is reminded outside them. */
async function askTerms(asker: Asker, today: LocalDate) {
  const usual = usualYears(today);
  const terms: Term[] = [];
  asker.say(
    'Its terms, with usual days. Press Enter where they are right; else write the first and the last day, and',
  );
  asker.say(
    'where there is a half-term, its first and last day: 01/09/2026 18/12/2026 26/10/2026 30/10/2026.',
  );
  // This year's are known to whoever is asked; next year's perhaps not yet, and then they are asked for in June.
  const next = `${schoolYearOf(today) + 1}-${EARLIEST_START}`;
  for (const term of usual.terms) {
    const { guessed: _, ...days } = term;
    terms.push(await askTerm(asker, term.start < next ? days : term));
  }
  const starts = terms.map(({ start }) => start);
  return { terms, insetDays: usual.insetDays.filter((day) => starts.includes(day)) };
}

async function askTerm(asker: Asker, usual: Term): Promise<Term> {
  for (;;) {
    const answer = await answerTo(asker, inWords(usual));
    if (answer === '') return usual;
    const days = answer.split(/[ ,;]+/).filter((word) => word !== '' && word !== 'to');
    const [start, end, from, until] = days.map(readDay);
    const isWhole = (days.length === 2 || days.length === 4) && days.every((day) => readDay(day));
    if (isWhole && start && end && start < end)
      return {
        name: usual.name,
        start,
        end,
        ...(from && until && { halfTerm: { start: from, end: until } }),
      };
    asker.say('That is not taken: write two days, or four with a half-term, as 01/09/2026 18/12/2026.');
  }
}
