import { pupilName } from '../../domain/language/people.ts';
import { type PlanKind, planRow } from '../../domain/plans/index.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import { button } from '../buttons.ts';
import type { ActionData, CardMessage } from '../message.ts';
import { bold, part, section, sheetCard } from '../parts.ts';

/** Any of these plans of a pupil may be meant, or what was asked for is no more: each with the button that goes on with it. */
export function choosePlanCard(
  pupil: Pupil,
  choices: readonly { readonly kind: PlanKind; readonly send: ActionData }[],
): CardMessage {
  const rows = choices.map(({ kind, send }) =>
    part([[bold(planRow(kind).name)]], { beside: [button('Choose', send)] }),
  );
  const card = sheetCard({
    frame: {
      title: 'Which plan?',
      line: pupilName(pupil),
      ask:
        choices.length > 1
          ? 'This pupil has more than one plan, each reviewed by itself. Which do you mean?'
          : 'The plan this was about is no longer there. Do you mean this one?',
    },
    sections: [section('', rows)],
    buttons: [],
  });
  return { card, notification: 'SEND reviews: which plan do you mean?' };
}
