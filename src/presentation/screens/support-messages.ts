import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { supportAskedNext } from '../../domain/review/obligations/support.ts';
import { IS_HAPPENING } from '../../domain/review/questions/options.ts';
import type { Provision } from '../../domain/review/review.ts';
import { lastAnswer } from '../../domain/review/support-days.ts';
import { button, press } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { bold, part, type Section, section, subtle, typed } from '../parts.ts';
import { byWords } from './actions.ts';
import { type About, told } from './message-cards.ts';

/* Short private messages about support that was agreed. */

type Given = About & { readonly provision: Provision };

const supportItself = ({ what }: Provision): Section =>
  section('', [part([[subtle('The support')], ...typed(what)])]);

/** To whoever runs it: support is not, or only partly, happening; who says so, and why. */
export function supportNotHappeningCard(given: Given): CardMessage {
  const { review, school, provision } = given;
  const last = lastAnswer(provision);
  const next = supportAskedNext(provision, review, school);
  const again = next ? ` They are asked again on ${dayWords(next)}.` : '';
  const said = last
    ? [[bold(IS_HAPPENING[last.is]), subtle(` · ${byWords(last, school)}`)], ...typed(last.why)]
    : [];
  return told(given, {
    title: 'Support is not happening as agreed',
    say: `A word with whoever sees to it may help.${again}`,
    sections: [supportItself(provision), section('What they say', [part(said)])],
    buttons: [
      button('Open it', press.show('support', review.id, provision.id), 'positive'),
      button('Name somebody else', press.form('support-owner', review.id, provision.id)),
    ],
    notification: `Support is not happening as agreed (review ${review.ref})`,
  });
}

/** To whoever saw to it: somebody else does now. */
export function supportPassedOnCard(given: Given): CardMessage {
  const { review, school, provision } = given;
  const owner = [subtle('Seen to by: '), bold(nameOf(school, provision.owner ?? ''))];
  return told(given, {
    title: 'Somebody else sees to this support now',
    say: 'You are not asked about it any more. Thank you!',
    sections: [section('', [part([owner])]), supportItself(provision)],
    notification: `Support has somebody else to see to it (review ${review.ref})`,
  });
}

/** To whoever saw to it: it has ended, and why. */
export function supportEndedCard(given: Given): CardMessage {
  const { review, school, provision } = given;
  const { ended } = provision;
  const why = ended ? [part([[subtle(byWords(ended, school))], ...typed(ended.why)])] : [];
  return told(given, {
    title: 'Support has ended',
    say: 'You are not asked about it any more. Thank you!',
    sections: [supportItself(provision), ...(why.length ? [section('Why', why)] : [])],
    notification: `Support has ended (review ${review.ref})`,
  });
}
