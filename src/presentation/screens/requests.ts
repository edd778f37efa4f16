import { routesOfRefusal } from '../../domain/guide/refusals.ts';
import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { familyLaOf } from '../../domain/pupil/la-of.ts';
import { REQUEST } from '../../domain/review/questions/request-options.ts';
import { isAwaited, requestsOf } from '../../domain/review/requests.ts';
import type { LaRequest } from '../../domain/review/review.ts';
import { familyTermsOf } from '../../domain/review/terms-of.ts';
import { localAuthorityOf } from '../../domain/school/local-authority.ts';
import type { PersonId } from '../../domain/school/school.ts';
import { whyInFull } from '../../domain/statute/date-reasons.ts';
import { afterAgreed, refusalAppeal } from '../../domain/statute/request-clock.ts';
import { type Button, button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import type { CardMessage } from '../message.ts';
import { onPage } from '../paging.ts';
import {
  bold,
  explained,
  noticed,
  type OfReview,
  type Part,
  part,
  plain,
  reason,
  type Section,
  section,
  subtle,
  typed,
} from '../parts.ts';
import { requestStands } from './request-stands.ts';
import { requestText } from './request-text.ts';

type Given = OfReview & {
  /** Who reads it: a text to send is from them. */
  readonly who: PersonId;
  readonly mayRun: boolean;
  /** Everything, or only what they are to send themselves. */
  readonly all: boolean;
  readonly about?: string | undefined;
};

/** What follows from the answer: the assessment's own days, or the ways to go after a refusal. */
function followsParts(given: OfReview, request: LaRequest): Part[] {
  const { review, pupil, school, today } = given;
  const appeal = refusalAppeal(review, request);
  const after = afterAgreed(review, request);
  const days = [...(appeal ? [appeal] : []), ...after].map((one) =>
    part([[bold(one.rule.what), plain(` · by ${dayWords(one.date)}`)], [reason(whyInFull(one))]]),
  );
  const { mediation } = request;
  const certificate = mediation
    ? [part([[plain(`Mediation certificate of ${dayWords(mediation.on)}`)], ...typed(mediation.words)])]
    : [];
  if (request.answer?.result !== 'refused') return days;
  const la = localAuthorityOf(school, familyLaOf(pupil, review.kind));
  const routes = routesOfRefusal({ kind: request.kind, la, terms: familyTermsOf(review, pupil, today) });
  return [...days, ...certificate, ...routes.map(({ name, how }) => part([[bold(name)], [plain(how)]]))];
}

function buttonsOf({ review, mayRun }: Given, request: LaRequest): Button[] {
  const { kind, sent, answer } = request;
  const open = (form: string, title: string) => button(title, press.form(form, review.id, kind));
  if (!sent && !answer)
    return [
      open('request-sent', 'It was sent'),
      ...(mayRun
        ? [open('request', 'Change who or when'), open('request-answer', 'Not to be sent after all')]
        : []),
    ];
  if (!mayRun) return [];
  if (!answer)
    return [open('request-answer', 'Record the answer'), open('request-note', 'Record that you asked')];
  return [
    open('request-answer', 'Put the answer right'),
    ...(refusalAppeal(review, request) ? [open('request-note', 'Mediation certificate')] : []),
  ];
}

const notesOf = ({ school }: OfReview, { notes }: LaRequest): Part[] =>
  notes
    .toReversed()
    .map((one) =>
      part([
        [subtle(`Asked or told on ${dayWords(one.on)}, noted by ${nameOf(school, one.by)}`)],
        ...typed(one.words),
      ]),
    );

function sectionsOf(given: Given): Section[] {
  const shown = requestsOf(given.review).filter(({ owner }) => given.all || owner === given.who);
  return shown.flatMap((request) => {
    const below = buttonsOf(given, request);
    const stands = part(requestStands(given, request), { below });
    const more = given.all ? [...followsParts(given, request), ...notesOf(given, request)] : [];
    return [section(REQUEST[request.kind], [stands, ...more]), ...textSection(given, request)];
  });
}

const HOW_TO_SEND =
  'It has initials and your reference, no name. Copy it and send it by the local authority’s own secure route, not through this chat.';

/** A text to chase the answer with. */
function textSection(given: Given, request: LaRequest): Section[] {
  if (!given.mayRun || !isAwaited(request)) return [];
  const lines = requestText(given, request, given.who).flatMap(typed);
  return [section('A text to send', [part([[subtle(HOW_TO_SEND)]]), part(lines)])];
}

/**
 * What was asked of the local authority after a review: who sends it by when, by when it answers and why, what follows, and
 * where it refuses the ways to go. `about` is the page ("page-2"). A colleague sees only what they are to send themselves.
 */
export function requestsCard(given: Given): CardMessage {
  const { review, pupil } = given;
  const page = onPage(sectionsOf(given), given.about, (to) =>
    press.show('requests', review.id, `page-${to}`),
  );
  const some = requestsOf(review).length > 0;
  const ask = some ? '' : 'Nothing was asked of the local authority.';
  const shown = explained({
    frame: {
      title: 'Requests to the local authority',
      line: lineOf(review, pupil),
      ask: page.numbered(ask),
      ...noticed(given.notice),
    },
    sections: page.sections,
    paging: page.paging,
    buttons: [...(given.all ? [button('How the review stands', press.show('status', review.id))] : [])],
  });
  return { ...shown, notification: `Requests to the local authority: review ${review.ref}` };
}
