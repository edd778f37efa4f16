import { yearWords } from '../../language/year-words.ts';
import { severalOf } from '../../questions/choice.ts';
import { shortText } from '../../questions/text.ts';
import { EARLY_YEARS_WEEKS, wholeIn } from './limits.ts';
import { type OfSchool, setting } from './setting.ts';

/** The year groups after which a school's pupils can leave it. */
const YEARS = ['N2', 'R', ...Array.from({ length: 14 }, (_, at) => String(at + 1))];

const WEEKS = `Please write whole numbers of weeks from ${EARLY_YEARS_WEEKS.from} to ${EARLY_YEARS_WEEKS.to}.`;

const weeks = (id: string, label: string, other: string) =>
  shortText<OfSchool>({
    label,
    longest: 2,
    check: (text) => (wholeIn(text, EARLY_YEARS_WEEKS) === undefined ? WEEKS : undefined),
    rule: (sent) =>
      (sent[id] ?? '').trim() === '' && (sent[other] ?? '').trim() !== ''
        ? 'Please write both, or leave both out.'
        : undefined,
  });

/** The last years of the school, and how often its early years plans are reviewed. */
export const years = setting({
  name: 'school-years',
  title: 'Year groups',
  open: 'Last years and early years',
  send: 'Save',
  keys: ['leavingYears', 'earlyYearsWeeks'],
  ask: () =>
    'After which years pupils leave your school: phase transfers are worked out from it. Years 6 and 11 end a phase in every school. The early years plan’s weeks count from the last review.',
  notification: () => 'SEND reviews: the school’s year groups',
  freeText: false,
  questions: {
    leavingYears: severalOf<string, OfSchool>({
      options: () => YEARS.map((value) => ({ value, title: yearWords(value) })),
      label: 'Pupils leave the school after',
      list: 'compact',
    }),
    opens: weeks('opens', 'Early years plan: the next review opens after so many weeks', 'due'),
    due: {
      ...weeks('due', 'Early years plan: it is due after so many weeks', 'opens'),
      rule: ({ opens = '', due = '' }) => {
        if (due.trim() === '' && opens.trim() !== '') return 'Please write both, or leave both out.';
        const [first, last] = [wholeIn(opens, EARLY_YEARS_WEEKS), wholeIn(due, EARLY_YEARS_WEEKS)];
        return first !== undefined && last !== undefined && first >= last
          ? 'A review opens before it is due: please write fewer weeks for opening.'
          : undefined;
      },
    },
  },
  values: ({ school: { leavingYears = [], earlyYearsWeeks } }) => ({
    leavingYears: leavingYears.join(','),
    opens: earlyYearsWeeks ? String(earlyYearsWeeks.opens) : '',
    due: earlyYearsWeeks ? String(earlyYearsWeeks.due) : '',
  }),
  said: () => 'Saved: what is due goes by it from now on.',
  decide({ school }, answers) {
    const { leavingYears: _, earlyYearsWeeks: __, ...rest } = school;
    const [opens, due] = [wholeIn(answers.opens, EARLY_YEARS_WEEKS), wholeIn(answers.due, EARLY_YEARS_WEEKS)];
    return {
      ok: true,
      school: {
        ...rest,
        ...(answers.leavingYears.length > 0 && { leavingYears: answers.leavingYears }),
        ...(opens !== undefined && due !== undefined && { earlyYearsWeeks: { opens, due } }),
      },
    };
  },
});
