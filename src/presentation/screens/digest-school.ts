import type { SchoolNotice } from '../../domain/nudges/school-notices.ts';
import type { School } from '../../domain/school/school.ts';
import { yearCalled } from '../../domain/school/settings/terms-of-year.ts';
import { button, press } from '../buttons.ts';
import { plain, subtle } from '../parts.ts';
import type { Row } from './rows.ts';

/** Something that is to be set for a school. */
export interface AboutSchool {
  readonly school: School;
  readonly notice: SchoolNotice;
}

/** "the school’s terms to give"; nothing where there are none. */
export const aboutSchoolWords = (all: readonly AboutSchool[]): string[] =>
  all.length ? ['the school’s terms to give'] : [];

/** A row each, with what the program does meanwhile and the button to the form. */
export const aboutSchoolRows = (all: readonly AboutSchool[], manySchools: boolean): Row[] =>
  all.map(({ school, notice: { year } }) => ({
    heading: '',
    what: `The terms of ${yearCalled(year)} are not all given yet`,
    lines: [
      ...(manySchools ? [{ runs: [subtle(school.name)] }] : []),
      { runs: [plain('Until they are, every weekday after the holidays counts as a school day.')] },
    ],
    buttons: [button('Give the terms', press.schoolForm('school-terms', school.id, String(year)))],
  }));
