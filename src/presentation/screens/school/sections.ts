import { dayWords } from '../../../domain/language/days.ts';
import { nameOf } from '../../../domain/language/people.ts';
import { listed, namesThatFit } from '../../../domain/language/words.ts';
import { yearWords } from '../../../domain/language/year-words.ts';
import { policyOf } from '../../../domain/nudges/policy.ts';
import { keptToAge, trailYears } from '../../../domain/school/retention.ts';
import type { Helper, LocalAuthority, School, SettingKey, Term } from '../../../domain/school/school.ts';
import { schoolYearAt } from '../../../domain/school/school-year.ts';
import { SETTINGS, type SettingName } from '../../../domain/school/settings/index.ts';
import { areGuessed, areKnown, termsOf, yearCalled } from '../../../domain/school/settings/terms-of-year.ts';
import { DEFAULT_LEAD_WEEKS } from '../../../domain/statute/statute.ts';
import { type LocalDate, localDate } from '../../../domain/time.ts';
import { type Button, button, press } from '../../buttons.ts';
import {
  bold,
  type Part,
  part,
  plain,
  type Run,
  type Section,
  section,
  subtle,
  urgent,
} from '../../parts.ts';

const LONGEST_LINE = 600;

const open = (school: School, name: SettingName, title: string, about?: string): Button =>
  button(title, press.schoolForm(name, school.id, about));

/** Who changed any of these last, here; nothing where they are as the school's file has them. */
function changed(school: School, keys: readonly SettingKey[]): Run[][] {
  const last = (school.changedHere ?? [])
    .filter(({ key }) => keys.includes(key))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))[0];
  return last ? [[subtle(`Changed by ${nameOf(school, last.by)} on ${dayWords(localDate(last.at))}`)]] : [];
}

/** A section with one part: its lines, who changed it, and the button to its form. */
const setSection = (school: School, name: SettingName, heading: string, lines: readonly Run[][]): Section =>
  section(heading, [
    part([...lines, ...changed(school, SETTINGS[name].keys)], { below: [open(school, name, 'Change')] }),
  ]);

function termLine({ name, start, end, halfTerm }: Term): Run[] {
  const half = halfTerm ? `, half-term ${dayWords(halfTerm.start)} to ${dayWords(halfTerm.end)}` : '';
  return [bold(name), plain(` ${dayWords(start)} to ${dayWords(end)}`), subtle(half)];
}

/** What is said of a school year whose terms are not all known: what the program does meanwhile. */
const missing = (year: number): Run[] => [
  urgent(`${yearCalled(year)}: not all given yet. `),
  plain('Until they are, every weekday after the holidays counts as a school day.'),
];

/** What is said of a school year for whose terms usual days stand. */
const guessedLine = (year: number): Run[] => [
  urgent(`${yearCalled(year)}: usual days, not your school’s own yet. `),
  plain('Reminders and dates go by them. Please put them right, or save them as they are.'),
];

function yearPart(school: School, year: number, asked: boolean): Part {
  const terms = termsOf(school, year);
  const known = areKnown(school, year);
  const title = known ? `Change ${yearCalled(year)}` : `Give the terms of ${yearCalled(year)}`;
  const lines = [
    ...terms.map(termLine),
    ...(areGuessed(school, year)
      ? [guessedLine(year)]
      : known
        ? []
        : asked
          ? [missing(year)]
          : [[subtle(`${yearCalled(year)}: not given yet`)]]),
  ];
  return part(lines, { below: [open(school, 'school-terms', title, String(year))] });
}

/** The terms of this school year and the next. */
export function termsSection(school: School, today: LocalDate, toGive: number | undefined): Section {
  const year = Number(schoolYearAt(school, today).start.slice(0, 4));
  const parts = [year, year + 1].map((one) => yearPart(school, one, one === toGive));
  const said = changed(school, ['terms']);
  return section('Terms', [...parts, ...(said.length ? [part(said)] : [])]);
}

function daysLine(label: string, days: readonly LocalDate[], from: LocalDate): Run[] {
  const ahead = days.filter((day) => day >= from).toSorted();
  const words = ahead.length ? namesThatFit(ahead.map(dayWords), LONGEST_LINE) : 'none';
  return [bold(label), plain(` ${words}`)];
}

/** INSET days and closures of this school year on. */
export function daysSection(school: School, today: LocalDate): Section {
  const from = schoolYearAt(school, today).start;
  return setSection(school, 'school-days', 'INSET days and closures', [
    daysLine('INSET days:', school.insetDays, from),
    daysLine('Closed:', school.closures, from),
  ]);
}

/** When people are reminded. */
export function remindersSection(school: School): Section {
  const { hour, before, whileOverdue, sencoAfter, leaderAfter } = policyOf(school);
  const ahead = before.length
    ? `${listed(before.map(String))} school days before and on the day`
    : 'on the day';
  return setSection(school, 'school-reminders', 'Reminders', [
    [plain(`From ${hour}, ${ahead}; while overdue on ${listed(whileOverdue)}.`)],
    [
      subtle(
        `The SENCO is told after ${sencoAfter} school days overdue, senior leaders after ${leaderAfter}.`,
      ),
    ],
  ]);
}

const helperLine = (label: string, helper: Helper | undefined, none: string): Run[] =>
  helper
    ? [subtle(`${label} `), plain(`${helper.name}, ${helper.contact}`)]
    : [subtle(`${label} `), urgent(none)];

/** Who is told of safeguarding concerns. */
export function safeguardingSection(school: School): Section {
  const { safeguardingLead: lead } = school;
  const line = lead
    ? [plain(`${lead.name}, ${lead.contact}`)]
    : [urgent('Not named yet. '), plain('Forms can only say “your designated safeguarding lead”.')];
  return setSection(school, 'school-safeguarding', 'Safeguarding lead', [line]);
}

function authorityPart(school: School, one: LocalAuthority): Part {
  const weeks = one.leadWeeks ?? DEFAULT_LEAD_WEEKS;
  return part(
    [
      [bold(one.name), plain(` Meeting ${weeks} weeks before a review’s last day`)],
      helperLine('SENDIASS:', one.sendiass, 'not named: families are told how to find it'),
      ...(one.mediation ? [helperLine('Mediation:', one.mediation, '')] : []),
    ],
    { beside: [open(school, 'school-authority', 'Change', one.name)] },
  );
}

/** The local authorities, and whom each names to help families. */
export function authoritiesSection(school: School): Section {
  const all = school.localAuthorities ?? [];
  const none = part([[subtle('None named yet.')]]);
  const add = part(changed(school, ['localAuthorities']), {
    below: [open(school, 'school-authority', 'Add a local authority')],
  });
  return section('Local authorities', [
    ...(all.length ? all.map((one) => authorityPart(school, one)) : [none]),
    add,
  ]);
}

/** The last years of the school, and how often early years plans are reviewed. */
export function yearsSection(school: School): Section {
  const { leavingYears = [], earlyYearsWeeks } = school;
  const last = leavingYears.length
    ? listed(leavingYears.map(yearWords))
    : 'Years 6 and 11, as in every school';
  const weeks = earlyYearsWeeks
    ? [
        [
          subtle(
            `Early years plans: opens after ${earlyYearsWeeks.opens} weeks, due after ${earlyYearsWeeks.due}`,
          ),
        ],
      ]
    : [];
  return setSection(school, 'school-years', 'Year groups', [
    [plain(`Pupils leave after: ${last}`)],
    ...weeks,
  ]);
}

/** How long a child's data is kept, and what removes it then. */
export function retentionSection(school: School): Section {
  const how = school.retention?.daily ? 'removed by itself' : 'removed when the IT manager runs the command';
  return setSection(school, 'school-retention', 'How long it is kept', [
    [
      plain(
        `To a child’s birthday at ${keptToAge(school)}, and who has looked for ${trailYears([school])} years; then ${how}`,
      ),
    ],
  ]);
}
