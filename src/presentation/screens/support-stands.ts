import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { count } from '../../domain/language/words.ts';
import { heldUpIn, supportAskedNext, supportEndedOn } from '../../domain/review/obligations/support.ts';
import { IS_HAPPENING } from '../../domain/review/questions/options.ts';
import type { Provision, Review, SupportAnswer } from '../../domain/review/review.ts';
import { lastAnswer } from '../../domain/review/support-days.ts';
import type { School } from '../../domain/school/school.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { type Whose, whoseWords } from '../labels.ts';
import {
  bold,
  headed,
  type OfReview,
  type Part,
  part,
  plain,
  type Run,
  type Section,
  section,
  subtle,
  typed,
  urgent,
} from '../parts.ts';

const saidOn = ({ is, at }: SupportAnswer) => `${IS_HAPPENING[is]}, ${dayWords(localDate(at))}`;

const asks = (isPast: boolean, wasAnswered: boolean) =>
  isPast ? 'asked since' : `will be asked ${wasAnswered ? 'again ' : ''}on`;

/** How support stands, in one line: who sees to it, and what was heard last; why it does not happen is not in it. */
function supportStands(provision: Provision, review: Review, school: School, today: LocalDate): Run[] {
  const { owner } = provision;
  const ended = supportEndedOn(review, provision);
  if (ended) return [plain(`Ended ${provision.ended ? '' : 'with the plan, '}${dayWords(ended)}`)];
  if (owner === undefined) return [subtle('Nobody is asked yet whether it happens')];
  const who = subtle(`${nameOf(school, owner)} · `);
  const last = lastAnswer(provision);
  const next = supportAskedNext(provision, review, school);
  const asked = next ? subtle(` · ${asks(next < today, last !== undefined)} ${dayWords(next)}`) : subtle('');
  if (!last) return [who, plain('Not said yet whether it happens'), asked];
  const said = last.is === 'yes' ? plain(`Happening: ${saidOn(last)}`) : urgent(`Happening: ${saidOn(last)}`);
  return [who, said, asked];
}

/** The support a review agreed, each with how it stands: for who runs or oversees it. */
export function supportSection({ review, school, today }: OfReview): Section[] {
  if (!review.outcome || review.provision.length === 0) return [];
  const heldUp = heldUpIn(review);
  const others = review.provision.filter((one) => !heldUp.includes(one));
  const parts = [...heldUp, ...others].map((one) => {
    const why = heldUp.includes(one) ? typed(lastAnswer(one)?.why ?? '') : [];
    return part([...headed('', one.what), supportStands(one, review, school, today), ...why], {
      beside: [button('Open', press.show('support', review.id, one.id))],
    });
  });
  const goesOn = review.provision.some((one) => !supportEndedOn(review, one));
  return [section(goesOn ? 'Is the support happening?' : 'Support that has ended', parts)];
}

/**
 * What was heard of support since it was agreed, in a few lines: "Yes 3 times, the last on Mon 18 Jan 2027", and each time
 * it was held up with the reason, where the reader oversees reviews: it may be a colleague's own affair.
 */
export function heardLines(
  { happening = [], ended }: Pick<Provision, 'happening' | 'ended'>,
  withWhy: boolean,
): Run[][] {
  const yes = happening.filter(({ is }) => is === 'yes');
  const last = yes.at(-1);
  const times = yes.length > 1 ? `${count(yes.length, 'time')}, the last ` : '';
  const held = happening.filter(({ is }) => is !== 'yes');
  const over = ended && [subtle(`Ended ${dayWords(localDate(ended.at))}${withWhy ? ': ' : ''}`)];
  return [
    ...(happening.length ? [] : [[subtle('Not said yet whether it happens')]]),
    ...(last ? [[plain(`Yes, ${times}${dayWords(localDate(last.at))}`)]] : []),
    ...held.map((one) => [urgent(saidOn(one)), ...(withWhy ? [plain(`: ${one.why}`)] : [])]),
    ...(over ? [[...over, ...(withWhy ? [plain(ended.why)] : [])]] : []),
  ];
}

/** What is said of a review that is closed: of its actions, and of support that goes on after it and does not happen as agreed. */
export function closedAsk(review: Review): string {
  const done = review.actions.some(({ withdrawn }) => withdrawn) ? 'done or ended' : 'done';
  const held = heldUpIn(review);
  if (held.length === 0) return `Everything agreed is ${done}, and the review is closed.`;
  const actions = review.actions.length ? `The actions are ${done}, and the` : 'The';
  const what = count(held.length, 'piece of support', 'pieces of support');
  return `${actions} review is closed. Not happening as agreed: ${what}, first below.`;
}

/** Support that is not, or only partly, happening. */
export interface HeldUp extends Whose {
  readonly provision: Provision;
  readonly school: School;
}

/** One line of the overview: whose support it is, what was said, and the way to look. */
export function heldUpPart({ provision, school, ...whose }: HeldUp): Part {
  const last = lastAnswer(provision);
  const said = last ? [urgent(saidOn(last)), subtle(` · ${nameOf(school, last.by)}`)] : [];
  return part([[bold(whoseWords(whose))], ...typed(provision.what), said], {
    beside: [button('Open', press.show('support', whose.review.id, provision.id))],
  });
}

/** What can be done about support: said, for whoever sees to it and the SENCO; named or ended, for the SENCO. */
export function supportButtons(
  review: Review,
  provision: Provision,
  may: { readonly mine: boolean; readonly mayRun: boolean; readonly today: LocalDate },
): Button[] {
  if (supportEndedOn(review, provision)) return [];
  const { id } = review;
  const on = (form: string) => press.form(form, id, provision.id);
  const begun = provision.starts !== undefined && provision.starts <= may.today;
  const asked = provision.owner !== undefined && begun && (may.mine || may.mayRun);
  const name = provision.owner === undefined ? 'Name who sees to it' : 'Name somebody else';
  const naming = button(name, on('support-owner'), asked ? 'default' : 'positive');
  return [
    ...(asked ? [button('Yes, it is', press.supportYes(id, provision.id), 'positive')] : []),
    ...(asked ? [button('Partly, or not yet', on('support-happening'))] : []),
    ...(may.mayRun ? [naming, button('This support has ended', on('support-ended'), 'destructive')] : []),
  ];
}
