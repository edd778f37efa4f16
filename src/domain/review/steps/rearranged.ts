import { fillTerms } from '../../language/terms.ts';
import { rearrangementsOpen } from '../from-families.ts';
import { ASKED_BY } from '../questions/from-families.ts';
import { termsIn } from '../terms-of.ts';
import type { FormSubject } from './step-form.ts';

/** Why the meeting is to be moved, where somebody asked for another time and waits: who, why and what would suit them; else ''. */
export function whyAskedFor(subject: FormSubject): string {
  return rearrangementsOpen(subject.review)
    .map(({ asker, why, preferred }) => {
      const who = fillTerms(ASKED_BY[asker], { ...termsIn(subject) });
      return `${who} asked: ${why}${preferred ? ` (${preferred})` : ''}`;
    })
    .join('\n')
    .slice(0, LONGEST);
}

/** As long as the answer to why a meeting is moved. */
const LONGEST = 1000;
