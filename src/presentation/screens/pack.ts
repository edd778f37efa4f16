import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import type { Terms } from '../../domain/language/terms.ts';
import { count } from '../../domain/language/words.ts';
import { planRow } from '../../domain/plans/index.ts';
import { type FamilyViews, familyViews, familyViewsAwaited } from '../../domain/review/addressee.ts';
import { adviceAwaited, isAskedForAdvice, isFamily, type Outsider } from '../../domain/review/annual.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { heldOn } from '../../domain/review/held.ts';
import { broughtForwardFrom } from '../../domain/review/held-early.ts';
import { staffRole } from '../../domain/review/invited.ts';
import { staffAmong } from '../../domain/review/invitees.ts';
import { ATTENDANCE, ROLE } from '../../domain/review/questions/annual-options.ts';
import { CIRCULATION } from '../../domain/review/questions/annual-pack.ts';
import type { Review } from '../../domain/review/review.ts';
import { isTakenLate } from '../../domain/review/steps/late.ts';
import { termsOf } from '../../domain/review/terms-of.ts';
import { isQuiet } from '../../domain/school/place.ts';
import type { Step } from '../../domain/statute/clock.ts';
import { whyWords } from '../../domain/statute/date-reasons.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
import { type Button, button, press } from '../buttons.ts';
import { lineOf } from '../labels.ts';
import { letterPart } from '../letter.ts';
import { whereSection } from '../meeting-place.ts';
import type { CardMessage } from '../message.ts';
import { onPage } from '../paging.ts';
import {
  bold,
  explained,
  type Fact,
  noticed,
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
import { adviceLines, lateWords } from './advice.ts';
import { sentInSection } from './families.ts';
import { evidenceParts, parentViewsSection, pupilViewsSection, WELCOME } from './gathered.ts';
import { lastActionsSection, supportSection } from './last-review.ts';
import { peopleSection } from './people.ts';
import { stepsOf } from './steps.ts';

type Given = OfReview & { readonly mayRun: boolean; readonly about?: string | undefined };

const isOpen = ({ stage }: Review) => stage === 'gathering' || stage === 'meeting';

function attended(review: Review, key: string): Run[] {
  const { attendance, attendanceLate = [] } = annualPartOf(review);
  const came = attendance[key];
  const late = attendanceLate.some(({ who }) => who === key) ? ', recorded after the meeting' : '';
  return came ? [subtle(' · '), plain(`${ATTENDANCE[came]}${late}`)] : [];
}

function adviceRun({ advice, ...one }: Outsider, { review, today }: Given): Run {
  if (advice)
    return plain(
      `${advice.given ? 'Advice came' : 'Unable to send advice: said'} ${dayWords(advice.on)}${lateWords(review, advice)}`,
    );
  if (isFamily(one)) return subtle('What they say is recorded as views');
  if (!isAskedForAdvice(one)) return subtle('Not asked for advice');
  const due = stepsOf(review, today).find(({ step }) => step === 'advice')?.date.date;
  if (!isOpen(review)) return subtle('No advice received');
  if (isQuiet(review.quiet, today)) return subtle('No advice yet; not asked for now');
  if (due && due < today) return urgent(`No advice yet; was wanted by ${dayWords(due)}`);
  return subtle(`No advice yet${due ? `; wanted by ${dayWords(due)}` : ''}`);
}

function outsiderPart(one: Outsider, given: Given): Part {
  const { review, mayRun } = given;
  const before = one.advice?.given ? one.advice : undefined;
  const open = mayRun && (isOpen(review) || isTakenLate(review, before)) && isAskedForAdvice(one);
  const record = button(one.advice ? 'Change' : 'Record advice', press.form('advice', review.id, one.id));
  return part(
    [
      [bold(one.name), subtle(` · ${ROLE[one.role]}`), ...attended(review, one.id)],
      [adviceRun(one, given)],
      ...adviceLines(one.advice, given),
    ],
    { beside: open ? [record] : [] },
  );
}

function staffParts({ review, school, today }: Given, terms: Terms): Part[] {
  const invited = staffAmong(review.meeting?.invitees);
  const everybody = [...new Set([...invited, ...review.evidence.map(({ who }) => who)])];
  return everybody.flatMap((who) => {
    const request = review.evidence.find((one) => one.who === who);
    const asked = request ? [[evidenceRun(request, review, today)]] : [];
    const here = ` · ${staffRole(school, who)}${invited.includes(who) ? '' : ', not invited'}`;
    const head = part([[bold(nameOf(school, who)), subtle(here), ...attended(review, who)], ...asked]);
    const said = request?.answer?.said;
    return !said || said === 'nothing-to-add' ? [head] : [head, ...evidenceParts(said, review, terms)];
  });
}

function evidenceRun({ answer, dueBy }: Review['evidence'][number], review: Review, today: LocalDate): Run {
  if (!answer && !isOpen(review)) return subtle('No evidence received');
  if (!answer && isQuiet(review.quiet, today)) return subtle('No evidence yet; not asked for now');
  if (!answer) return subtle(`No evidence yet; wanted by ${dayWords(dueBy)}`);
  const what = answer.said === 'nothing-to-add' ? 'Nothing to add' : 'Evidence came';
  return plain(`${what} ${dayWords(localDate(answer.at))}${lateWords(review, answer)}`);
}

function viewsPart(
  { who: whose, required }: Pick<FamilyViews, 'who' | 'required'>,
  views: Review['parentViews'] | Review['pupilViews'],
  review: Review,
): Part {
  if (!views) return part([[bold(whose), required ? urgent(' · Not recorded yet') : subtle(WELCOME)]]);
  const on = dayWords(localDate(views.at));
  return part([
    [
      bold(whose),
      plain(
        views.given
          ? ` · Recorded ${on}${lateWords(review, views)}`
          : ` · Asked, no views received (noted ${on})`,
      ),
    ],
  ]);
}

function shortNoticePart({ review, school }: Given): Part[] {
  const short = annualPartOf(review).shortNotice;
  if (!short) return [];
  const by = `Less than two weeks’ notice: noted by ${nameOf(school, short.by)}, ${dayWords(localDate(short.at))}`;
  return [part([[subtle(by)], ...typed(short.why)])];
}

function sectionsOf(given: Given, terms: Terms): Section[] {
  const { review } = given;
  const { outsiders, circulated } = annualPartOf(review);
  const sent = letterPart(CIRCULATION, circulated, given, true);
  return [
    ...(isOpen(review) ? whereSection(review) : []),
    section('Invited', [...outsiders.map((one) => outsiderPart(one, given)), ...shortNoticePart(given)]),
    section('School staff', staffParts(given, terms)),
    section('Views', [
      viewsPart(familyViews(review), review.parentViews, review),
      viewsPart({ who: `The ${terms.child}`, required: true }, review.pupilViews, review),
    ]),
    ...pupilViewsSection(review, terms),
    ...parentViewsSection(review, terms, 'all'),
    ...sentInSection(given, given.mayRun && isOpen(review)),
    ...peopleSection(given),
    section('Sent round', sent),
    lastActionsSection(given),
    supportSection(given, false),
  ].filter(({ parts }) => parts.length > 0);
}

/** What of the pack is missing, as one sentence; once the meeting is over, what has never come. */
function missingWords(review: Review, terms: Terms): string {
  const advice = adviceAwaited(annualPartOf(review).outsiders).length;
  const evidence = review.evidence.filter(({ answer }) => !answer).length;
  const missing = [
    ...(advice ? [`advice from ${count(advice, 'person', 'people')}`] : []),
    ...(evidence ? [`evidence from ${count(evidence, 'colleague')}`] : []),
    ...familyViewsAwaited(review),
    ...(review.pupilViews ? [] : [`the ${terms.child}’s views`]),
  ];
  if (missing.length === 0) return 'Everything has come.';
  return `${isOpen(review) ? 'Still missing' : 'Not received'}: ${missing.join(', ')}.`;
}

function askOf({ review }: Given, terms: Terms): string {
  const sent = annualPartOf(review).circulated;
  const missing = missingWords(review, terms);
  if (!isOpen(review)) return missing;
  return sent
    ? `${missing} It was sent round ${dayWords(sent.on)}.`
    : `${missing} It has not been sent round yet.`;
}

function factsOf({ review, today }: Given): Fact[] {
  const { meeting } = review;
  const forward = broughtForwardFrom(review);
  const held = forward && heldOn(review);
  const to = forward ? `, to the meeting of ${dayWords(forward)}` : '';
  const { invitedOn } = annualPartOf(review);
  const wanted = (title: string, step: Step): Fact[] => {
    const found = stepsOf(review, today).find((one) => one.step === step);
    return found ? [{ title, value: dayWords(found.date.date), reason: whyWords(found.date) }] : [];
  };
  return [
    ...(meeting
      ? [{ title: 'Meeting', value: held ? dayWords(held) : `${dayWords(meeting.date)} at ${meeting.time}` }]
      : []),
    ...(invitedOn ? [{ title: 'Invited on', value: `${dayWords(invitedOn)}${to}` }] : []),
    ...wanted('Advice wanted by', 'advice'),
    ...wanted('To be sent round by', 'circulate'),
  ];
}

function buttonsOf({ review, mayRun }: Given): Button[] {
  const back = button('How the review stands', press.show('status', review.id));
  const took = button('Who took part', press.form('attendance', review.id));
  if (mayRun && isTakenLate(review)) return [took, back];
  if (!mayRun || !isOpen(review)) return [back];
  const { outsiders, circulated } = annualPartOf(review);
  const sent = circulated !== undefined;
  const all = adviceAwaited(outsiders).length === 0;
  const circulate = button(
    sent ? 'It was sent round again' : 'Record that it was sent round',
    press.form('circulate', review.id),
    all && !sent ? 'positive' : 'default',
  );
  const change = button('Change who is invited', press.form(planRow(review.kind).forms.plan, review.id));
  return [circulate, ...(review.stage === 'gathering' ? [change] : []), back];
}

/**
 * Who is invited to an annual review, what has come of them and what is missing. `about` is the page ("page-2").
 */
export function packCard(given: Given): CardMessage {
  const { review, pupil, today } = given;
  const terms = termsOf(review, pupil, today);
  const page = onPage(sectionsOf(given, terms), given.about, (to) =>
    press.show('pack', review.id, `page-${to}`),
  );
  const shown = explained({
    frame: {
      title: 'Who is invited, and what has come',
      line: lineOf(review, pupil),
      ask: page.numbered(askOf(given, terms)),
      ...noticed(given.notice),
    },
    facts: page.isFirst ? factsOf(given) : [],
    sections: page.sections,
    paging: page.paging,
    buttons: buttonsOf(given),
  });
  return { ...shown, notification: `Who is invited: review ${review.ref}` };
}
