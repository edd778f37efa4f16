import { helpersWords, sendiassRoute } from '../../domain/guide/routes.ts';
import { dayWords } from '../../domain/language/days.ts';
import { familyLaOf } from '../../domain/pupil/la-of.ts';
import { REQUEST, REQUEST_RESULT } from '../../domain/review/questions/request-options.ts';
import { requestsOf } from '../../domain/review/requests.ts';
import type { LaRequest } from '../../domain/review/review.ts';
import { localAuthorityOf } from '../../domain/school/local-authority.ts';
import { afterAgreed, answerDue, refusalAppeal } from '../../domain/statute/request-clock.ts';
import type { OfReview } from '../parts.ts';
import { appealUntil } from './family-la.ts';
import { isDueBy } from './family-says.ts';

/* What a family is told of what the review asked of the local authority: that it was sent, by when it answers, and what came. */

/** What a family may do about a refusal, and who helps. */
function refusedLines({ review, pupil, school, today }: OfReview, request: LaRequest): readonly string[] {
  const la = localAuthorityOf(school, familyLaOf(pupil, review.kind));
  const appeal = refusalAppeal(review, request);
  if (appeal) {
    const first = request.mediation ? '' : 'A mediation certificate comes first.';
    return [appealUntil(appeal.date, today, first), `Who helps: ${helpersWords(la)}`];
  }
  const { name, how } = sendiassRoute(la);
  return [
    'No law gives an appeal against that. You may ask for the reasons in writing; new evidence can be sent with a new application.',
    `${name}. ${how}`,
  ];
}

function answeredLines(given: OfReview, request: LaRequest): readonly string[] {
  const { review, today } = given;
  const { kind, answer } = request;
  if (!answer) return [];
  const said = `${REQUEST[kind]}: ${REQUEST_RESULT[answer.result].toLowerCase()}`;
  if (answer.result === 'withdrawn') return [`${said} (${dayWords(answer.on)}).`];
  return [
    `${said} (letter of ${dayWords(answer.on)}).`,
    ...(answer.result === 'refused' ? refusedLines(given, request) : []),
    ...afterAgreed(review, request).map(
      ({ rule, date }) => `${rule.what}: ${date < today ? 'this was due by' : 'by'} ${dayWords(date)}.`,
    ),
  ];
}

/** Each request of the review as it stands, for the family. */
export function familyRequestLines(given: OfReview): readonly string[] {
  const { review, today } = given;
  return requestsOf(review).flatMap((request) => {
    const { kind, sendBy, sent, answer } = request;
    if (answer) return answeredLines(given, request);
    if (!sent)
      return [
        sendBy < today
          ? `${REQUEST[kind]}: it was to be sent by ${dayWords(sendBy)}, and is not recorded as sent.`
          : `${REQUEST[kind]}: to be sent by ${dayWords(sendBy)}.`,
      ];
    const due = answerDue(review, request);
    return [
      `${REQUEST[kind]}: sent ${dayWords(sent.on)}.`,
      ...(due ? [isDueBy('The answer', due.date, today)] : []),
    ];
  });
}
