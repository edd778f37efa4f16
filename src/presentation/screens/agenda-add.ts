import { withArticle } from '../../domain/language/words.ts';
import { planRow } from '../../domain/plans/index.ts';
import { asksTheLa } from '../../domain/review/steps/of-request.ts';
import { termsIn } from '../../domain/review/terms-of.ts';
import { type Button, button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { noticed, type OfReview, part, section, sheetCard } from '../parts.ts';

/** The way to all that can be added at a meeting. */
export const addButton = ({ review }: OfReview): Button => ({
  ...button('Add…', press.show('agenda', review.id, 'add')),
  says: 'Add… to what the meeting agrees',
});

/** What can be added, what is added most often first. */
function additions(given: OfReview): Button[] {
  const { review } = given;
  const plan = planRow(review.kind);
  const { proposesChanges, invitesOutsiders } = plan;
  const to = (title: string, form: string) => button(title, press.form(form, review.id));
  return [
    to('Add an action', 'action'),
    to('Add provision', 'provision'),
    to(`Add ${withArticle(termsIn(given).goal)}`, 'target'),
    to('Add a note', 'agenda-note'),
    to('Record a disagreement', 'disagreement'),
    ...(proposesChanges ? [to('Change a section of the plan', 'section-change')] : []),
    ...(asksTheLa(plan) ? [to('What was considered and tried', 'considered')] : []),
    ...(invitesOutsiders ? [to('Who took part', 'attendance')] : []),
  ];
}

/** All that can be added at a meeting, a line each. */
export function agendaAddCard(given: OfReview): CardMessage {
  const { review, pupil } = given;
  const parts = additions(given).map((one) => part([], { below: [one] }));
  const card = sheetCard({
    frame: {
      title: 'Add to the meeting',
      line: lineOf(review, pupil),
      ask: 'What do you want to add?',
      ...noticed(given.notice),
    },
    sections: [section('', parts)],
    buttons: [button('Back to the agenda', press.show('agenda', review.id))],
  });
  return { card, notification: `The agenda: review ${review.ref}` };
}
