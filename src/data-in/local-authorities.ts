import { z } from 'zod';
import { didYouMean } from '../domain/language/nearest.ts';
import type { LocalAuthority } from '../domain/school/school.ts';
import { LEAD_WEEKS } from '../domain/school/settings/limits.ts';
import { type Cells, contact, name, tidied } from './cells.ts';

const RANGE = `write a whole number of weeks from ${LEAD_WEEKS.from} to ${LEAD_WEEKS.to}, without quotation marks`;
const leadWeeks = z
  .int(RANGE)
  .min(
    LEAD_WEEKS.from,
    `${RANGE}: after the meeting the local authority has 4 weeks to decide, and the review is only complete when it has`,
  )
  .max(LEAD_WEEKS.to, RANGE);

/** The keys of one of `localAuthorities` in school.json. */
export const AUTHORITY_KEYS = ['name', 'leadWeeks', 'sendiass', 'mediation'] as const;
/** The keys of who helps families there. */
export const HELPER_KEYS = ['name', 'contact'] as const;

export const helper = z.strictObject(
  { name: tidied(name), contact: tidied(contact) } satisfies Record<(typeof HELPER_KEYS)[number], z.ZodType>,
  'write { "name": …, "contact": … }',
);

const authority = z.strictObject(
  {
    name: tidied(name),
    leadWeeks: leadWeeks.exactOptional(),
    sendiass: helper.exactOptional(),
    mediation: helper.exactOptional(),
  } satisfies Record<(typeof AUTHORITY_KEYS)[number], z.ZodType>,
  'write { "name": …, "leadWeeks": … }, of which leadWeeks may be left out; "sendiass" and "mediation" say who helps families',
);

const LIST = 'write a list of local authorities in [ ], as [{ "name": "Elmshire", "leadWeeks": 8 }]';

// A pupil's sheet may have it in capitals, and must still mean one of them.
const key = (la: string) => la.toLowerCase();

/** `localAuthorities` in school.json. */
export const localAuthorities: z.ZodType<readonly LocalAuthority[]> = z
  .array(authority, LIST)
  .min(1, 'write at least one local authority, or leave this key out')
  .superRefine((list, context) => {
    list.forEach((one, at) => {
      const first = list.findIndex((other) => key(other.name) === key(one.name));
      if (first === at) return;
      const message = `this local authority is localAuthorities[${first}] too; keep one of the two`;
      context.addIssue({ code: 'custom', path: [at, 'name'], message, input: '' });
    });
  });

/**
 * A pupil's `la`, as school.json writes it; undefined where it is empty, or, with a fault, where it is not right.
 * @param known the list in school.json; undefined where it has none, and then any name will do.
 */
export function takeAuthority(
  cells: Cells<'la'>,
  known: readonly LocalAuthority[] | undefined,
): string | undefined {
  const la = cells.takeIfAny('la', name);
  if (la === undefined || !known) return la;
  const found = known.find((one) => key(one.name) === key(la));
  if (!found) {
    const hint = didYouMean(
      la,
      known.map((one) => one.name),
    );
    cells.fault(
      'la',
      `not one of the localAuthorities in school.json; write one of those, or add it there.${hint}`,
    );
  }
  return found?.name;
}
