import { pupilName } from '../../domain/language/people.ts';
import { type PlanKind, planRow } from '../../domain/plans/index.ts';
import { type Pupil, planNamed } from '../../domain/school/pupil.ts';
import { button } from '../buttons.ts';
import type { ActionData, CardMessage } from '../message.ts';
import { bold, part, section, sheetCard, subtle } from '../parts.ts';

interface Choice {
  readonly kind: PlanKind;
  readonly send: ActionData;
}

const GONE = ' · The plan is gone; its review is still under way';

function askOf({ plans }: Pupil, choices: readonly Choice[]): string {
  if (choices.length === 1) return 'The plan this was about is no longer there. Do you mean this one?';
  return plans.length > 1
    ? 'This pupil has more than one plan, each reviewed by itself. Which do you mean?'
    : 'This pupil has reviews of more than one plan, each by itself. Which do you mean?';
}

/**
 * Any of these plans of a pupil may be meant, of one that is gone its review; or what was asked for is no more: each with
 * the button that goes on with it.
 */
export function choosePlanCard(pupil: Pupil, choices: readonly Choice[]): CardMessage {
  const rows = choices.map(({ kind, send }) =>
    part([[bold(planRow(kind).name), ...(planNamed(pupil, kind) ? [] : [subtle(GONE)])]], {
      beside: [button('Choose', send)],
    }),
  );
  const card = sheetCard({
    frame: {
      title: 'Which plan?',
      line: pupilName(pupil),
      ask: askOf(pupil, choices),
    },
    sections: [section('', rows)],
    buttons: [],
  });
  return { card, notification: 'SEND reviews: which plan do you mean?' };
}
