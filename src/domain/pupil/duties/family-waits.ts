import { dayWords } from '../../language/days.ts';
import { isDecided, toldLonger } from '../../school/family-says.ts';
import { familyToldBy } from '../../statute/family-request.ts';
import { compare } from '../../time.ts';
import type { PupilDutyRow } from './row.ts';

/** A family waits to be told what became of what they say is wrong: UK GDPR, articles 12(3), 12A and 16. */
export const familyWaitsDuty: PupilDutyRow = {
  kind: 'family-waits',
  forFamily: 'To answer what the family says is wrong',
  whereverTheyAre: true,
  owed: ({ pupil: { familySays = [] } }) =>
    familySays.flatMap((said) => {
      const by = familyToldBy(said);
      if (!by) return [];
      const longer = toldLonger(said);
      return [
        {
          ...{ about: said.id, due: by.date, why: by },
          what: 'The family says something is wrong: decide, and tell them',
          help: 'answering what a family says is wrong',
          ...(longer && { more: `They were told on ${dayWords(longer.toldOn)} that it takes longer.` }),
          answers: [{ opens: 'form', name: 'family-answer', title: 'Say what became of it' }],
        },
      ];
    }),
  from: ({ pupil: { familySays = [] } }) =>
    familySays.flatMap((said) => familyToldBy(said)?.date ?? []).sort(compare)[0],
  settled: ({ pupil: { familySays = [] } }, about) =>
    familySays.some((said) => said.id === about && isDecided(said)) ? { is: 'recorded' } : { is: 'over' },
};
