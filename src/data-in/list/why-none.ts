import { listed } from '../../domain/language/words.ts';
import { isMonthFirst } from '../days.ts';
import type { Fault } from '../fault.ts';
import type { Column } from '../shapes/shape.ts';
import { MEANS } from './column-words.ts';
import type { FittedList } from './fit-list.ts';

type Fitted = Extract<FittedList, { readonly is: 'fitted' }>;
type Not<Is extends FittedList['is']> = Extract<FittedList, { readonly is: Is }>;

const NEEDED_WORDS =
  'a number for each pupil (UPN or admission number), first and last name, date of birth and year group';

/** Why a list can't be taken as it is, a fault a line, with what would be right. */
export function whyNone(fitted: Exclude<FittedList, Fitted>): readonly Fault[] {
  switch (fitted.is) {
    case 'no-shape':
      return [noShape(fitted)];
    case 'no-heading':
      return fitted.unfound.map((heading) => ({
        file: fitted.tables,
        column: heading,
        message: `there is no such heading; the headings are ${fitted.headings.join(', ')}`,
      }));
    case 'lacking':
      return fitted.lacking.map((any) => lacking(fitted, any));
    case 'several-schools':
      return [whichSchool(fitted)];
  }
}

function noShape({ tables, headings, nearest }: Not<'no-shape'>): Fault {
  const none = 'no list of pupils is found in this';
  // Where hardly any heading is known, what stands there may be pupils, and is not quoted.
  if (!nearest)
    return {
      file: tables,
      message: `${none}. A list needs one row of headings over its pupils, with one each for ${NEEDED_WORDS}. Put such a row over them, or export the list with its headings`,
      orSay:
        'Or say which heading is which with --column "Heading=ref" (or upn, first_name, last_name, date_of_birth, year_group, plan)',
    };
  const needed = nearest.lacking.map(({ any, called }) => ({
    what: any.map((column) => MEANS[column]).join(' or '),
    called: called.length > 0 ? ` (“${called.join('” or “')}”)` : '',
  }));
  const near = nearest.title === undefined ? '' : ` It is nearest to ${nearest.title}.`;
  return {
    file: tables,
    message: `${none}: none of its headings is known for ${listed(needed.map(({ what, called }) => `${what}${called}`))}, which is needed.${near} The headings found are ${headings.join(', ')}. Give the one that is meant such a name, or export the list with it`,
    orSay: `Or say which it is with --column "Heading=${nearest.lacking[0]?.any[0] ?? 'ref'}"`,
  };
}

function lacking({ tables, headings }: Not<'lacking'>, any: readonly Column[]): Fault {
  const what = any.map((column) => MEANS[column]).join(' or ');
  return {
    file: tables,
    message: `no heading is known here for the ${what}, which is needed`,
    orSay: `Say which it is with --column "Heading=${any[0]}". The headings are ${headings.join(', ')}`,
  };
}

function whichSchool({ tables, schools, unfound }: Not<'several-schools'>): Fault {
  const names = schools.map(({ name }) => name);
  const each = schools.map(({ name, rows }) => `${name} (${rows})`).join(', ');
  if (schools.length === 0)
    return { file: tables, message: 'this list names no school; leave --school-in-list out' };
  if (unfound !== undefined)
    return {
      file: '--school-in-list',
      message: `no school on this list is called that; there are ${each}`,
    };
  return {
    file: tables,
    message: `this has pupils of several schools: ${each}`,
    orSay: `Say whose with --school-in-list "${names[0]}"; or, if these are parts of one school, --column "Heading=skip" with their heading`,
  };
}

const DAYS: readonly Column[] = [
  'date_of_birth',
  'plan_made',
  'last_reviewed',
  'last_meeting',
  'last_decision',
  'left_on',
  'plan_ended',
];

/** A fault for each column of days that is written with the month first: most of its cells would be read as other days. */
export function monthFirst({ rows, mapped }: Fitted): readonly Fault[] {
  return DAYS.filter((column) => isMonthFirst(rows.map(({ cells }) => cells[column] ?? ''))).map(
    (column) => ({
      file: rows[0]?.from ?? '',
      column: mapped.find(({ field }) => field === column)?.heading ?? column,
      message:
        'these days are written with the month first (03/14/2017); export them as 14/03/2017 or 2017-03-14, so that none is taken for another',
    }),
  );
}
