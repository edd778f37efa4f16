import { z } from 'zod';
import { didYouMean } from '../domain/language/nearest.ts';
import type { School } from '../domain/school/school.ts';
import { termFaults } from '../domain/school/settings/check-terms.ts';
import { EARLY_YEARS_WEEKS, KEPT_TO, stepsFault, TRAIL_YEARS } from '../domain/school/settings/limits.ts';
import { cell, name, tidied } from './cells.ts';
import { day } from './days.ts';
import type { Fault } from './fault.ts';
import { AUTHORITY_KEYS, HELPER_KEYS, helper, localAuthorities } from './local-authorities.ts';
import { NUDGE_KEYS, nudgeSettings } from './nudge-settings.ts';
import { readTenants, TENANT_KEYS } from './school-tenants.ts';
import { yearGroup } from './year-group.ts';

/** What the file is called. */
export const SCHOOL_FILE = 'school.json';

/** Whether a file is taken for it: no list is one of these. */
export const isSchoolFile = (name: string): boolean => name.toLowerCase().endsWith('.json');

/** A school as its file has it: no staff yet. */
export type SchoolFacts = Omit<School, 'version' | 'staff'>;

const or = (otherwise: string) => ({
  error: ({ input }: { readonly input?: unknown }) =>
    input === undefined ? `missing; ${otherwise}` : otherwise,
});
const matching = (pattern: RegExp, wrong: string, right: string) =>
  cell((text) => (pattern.test(text) ? text : undefined), wrong, right);

const range = z.strictObject({ start: tidied(day), end: tidied(day) }, or('write { "start": …, "end": … }'));
const term = z.strictObject(
  {
    name: tidied(name),
    start: tidied(day),
    end: tidied(day),
    halfTerm: range.exactOptional(),
    guessed: z.literal(true).exactOptional(),
  },
  or('write { "name": …, "start": …, "end": …, "halfTerm": … }'),
);
const days = z
  .array(tidied(day), or('write a list of days in [ ], which may be empty'))
  .transform((list) => [...new Set(list)].sort());

const leavingYears = z
  .array(tidied(yearGroup), 'write a list of year groups in [ ], as ["6"]')
  .min(1, 'write at least one year group, or leave this key out')
  .transform((years) => [...new Set(years)]);

const weeks = z
  .int(or('write a whole number of weeks, without quotation marks'))
  .min(EARLY_YEARS_WEEKS.from, `write ${EARLY_YEARS_WEEKS.from} or more weeks`)
  .max(EARLY_YEARS_WEEKS.to, `write ${EARLY_YEARS_WEEKS.to} weeks at most`);
/** How often early years plans are reviewed, where the school has an interval of its own. */
const earlyYearsWeeks = z
  .strictObject(
    { opens: weeks, due: weeks },
    or('write { "opens": 6, "due": 8 }, in weeks after the last review'),
  )
  .refine(
    ({ opens, due }) => opens < due,
    'a review must open before it is due: write fewer weeks for opens',
  );

/** How long a child's data is kept, where the school's own schedule says another age. */
const retention = z.strictObject(
  {
    age: z
      .int(or('write an age in whole years, without quotation marks'))
      .min(KEPT_TO.from, `write ${KEPT_TO.from} or more`)
      .max(KEPT_TO.to, `write ${KEPT_TO.to} at most`)
      .exactOptional(),
    daily: z.literal(true, or('write true, or leave it out')).exactOptional(),
    trailYears: z
      .int(or('write a number of whole years, without quotation marks'))
      .min(TRAIL_YEARS.from, `write ${TRAIL_YEARS.from} or more`)
      .max(TRAIL_YEARS.to, `write ${TRAIL_YEARS.to} at most`)
      .exactOptional(),
  },
  or('write { "age": 31 }, and "daily": true to have it removed by itself'),
);

const schema = z.strictObject(
  {
    id: matching(
      /^(?=.{1,40}$)(?!(con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]+(-[a-z0-9]+)*$/,
      'not an id',
      'write a short name for the school in lower-case letters, digits and hyphens, as oakfield-primary',
    ),
    name: tidied(name),
    terms: z.array(term, or('write a list of terms in [ ]')).min(1, 'write at least one term'),
    insetDays: days,
    closures: days,
    nudges: nudgeSettings.exactOptional(),
    localAuthorities: localAuthorities.exactOptional(),
    leavingYears: leavingYears.exactOptional(),
    earlyYearsWeeks: earlyYearsWeeks.exactOptional(),
    safeguardingLead: helper.exactOptional(),
    retention: retention.exactOptional(),
  },
  'write { "id": …, "name": …, "terms": [ … ], "insetDays": [ … ], "closures": [ … ] }',
);

const KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['', [...Object.keys(schema.shape), ...TENANT_KEYS]],
  ['terms', Object.keys(term.shape)],
  ['halfTerm', Object.keys(range.shape)],
  ['nudges', NUDGE_KEYS],
  ['localAuthorities', AUTHORITY_KEYS],
  ['earlyYearsWeeks', ['opens', 'due']],
  ['retention', ['age', 'daily', 'trailYears']],
  ['safeguardingLead', HELPER_KEYS],
  ['sendiass', HELPER_KEYS],
  ['mediation', HELPER_KEYS],
]);

const keyPath = (path: readonly PropertyKey[]) =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

function issueFaults(issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code !== 'unrecognized_keys')
    return [
      {
        file: SCHOOL_FILE,
        ...(issue.path.length > 0 && { column: keyPath(issue.path) }),
        message: issue.message,
      },
    ];
  const parent = issue.path.findLast((key) => typeof key === 'string') ?? '';
  const known = KEYS.get(String(parent)) ?? [];
  return issue.keys.map((key) => ({
    file: SCHOOL_FILE,
    column: keyPath([...issue.path, key]),
    message: `this key is not known here.${didYouMean(key, known)} The keys are ${known.join(', ')}`,
  }));
}

function parseJson(text: string): { readonly json: unknown } | { readonly fault: Fault } {
  try {
    return { json: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    // Only the place is taken from V8's words: they quote the file.
    const line =
      error instanceof SyntaxError ? /\(line (\d+) column \d+\)/.exec(error.message)?.[1] : undefined;
    const message = 'this is not valid JSON; look for a missing comma, quotation mark or bracket';
    return { fault: { file: SCHOOL_FILE, ...(line && { line: Number(line) }), message } };
  }
}

/** Reads school.json. `facts` is undefined when there is any fault. */
export function readSchool(text: string): {
  readonly facts?: SchoolFacts;
  readonly faults: readonly Fault[];
} {
  const parsed = parseJson(text);
  if ('fault' in parsed) return { faults: [parsed.fault] };
  const { rest, tenants, faults: wrong } = readTenants(parsed.json);
  const checked = schema.safeParse(rest);
  const tenantFaults = wrong.map(({ key, message }) => ({ file: SCHOOL_FILE, column: key, message }));
  if (!checked.success) return { faults: [...checked.error.issues.flatMap(issueFaults), ...tenantFaults] };
  const steps = stepsFault(checked.data.nudges);
  const faults = [
    ...tenantFaults,
    ...termFaults(checked.data.terms, (at) => `terms[${at}]`).map(({ at, key, say }) => ({
      ...{ file: SCHOOL_FILE, column: `terms[${at}]${key && `.${key}`}`, message: say },
    })),
    ...(steps ? [{ file: SCHOOL_FILE, column: `nudges.${steps.key}`, message: steps.message }] : []),
  ];
  if (faults.length > 0) return { faults };
  const terms = checked.data.terms.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  return { facts: { ...checked.data, ...tenants, terms }, faults };
}
