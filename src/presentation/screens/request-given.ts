import { daysWords, dayWords } from '../../domain/language/days.ts';
import { REQUEST } from '../../domain/review/questions/request-options.ts';
import type { LaRequest } from '../../domain/review/review.ts';
import { button, press } from '../buttons.ts';
import type { CardMessage } from '../message.ts';
import { bold, part, section } from '../parts.ts';
import { type About, told } from './message-cards.ts';

/** To whoever is to send something to the local authority: what, and by when. */
export function requestGivenCard(given: About & { readonly request: LaRequest }): CardMessage {
  const { review, today, request } = given;
  const { kind, sendBy } = request;
  return told(given, {
    title: 'A request for you to send',
    say: `The review asks this of the local authority, and it is yours to send by ${dayWords(sendBy)} (${daysWords(today, sendBy)}).`,
    sections: [section('', [part([[bold(REQUEST[kind])]])])],
    buttons: [
      button('It was sent', press.form('request-sent', review.id, kind), 'positive'),
      button('Look', press.show('requests', review.id)),
    ],
    notification: `A request for you to send (review ${review.ref})`,
  });
}
