import { authority } from './authority.ts';
import { days } from './days.ts';
import { reminders } from './reminders.ts';
import { retention } from './retention.ts';
import { safeguarding } from './safeguarding.ts';
import type { Setting } from './setting.ts';
import { terms } from './terms.ts';
import { years } from './years.ts';

/** Everything that a SENCO sets for their school, by the names of the forms. */
export const SETTINGS = {
  'school-terms': terms,
  'school-days': days,
  'school-reminders': reminders,
  'school-safeguarding': safeguarding,
  'school-authority': authority,
  'school-years': years,
  'school-retention': retention,
} as const satisfies Readonly<Record<string, Setting>>;

/** The name of a form about what is set of a school. */
export type SettingName = keyof typeof SETTINGS;
