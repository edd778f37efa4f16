import { readFileSync } from 'node:fs';
import { PLAN_KINDS, type PlanKind, type PlanKindRow, planRow } from '../../src/domain/plans/index.ts';
import { ARROWS, isAllowed, isKnownTo } from '../../src/domain/review/flow.ts';
import { FORMS, type KnownForm } from '../../src/domain/review/forms.ts';
import { OBLIGATION_ROWS } from '../../src/domain/review/obligations/index.ts';
import type { Answer, ObligationRow } from '../../src/domain/review/obligations/row.ts';
import type { Stage } from '../../src/domain/review/review.ts';
import { STAGES } from '../../src/domain/review/review-content.ts';
import { COMMAND_TYPES, type CommandType, STEPS } from '../../src/domain/review/steps/index.ts';
import type { Giver } from '../../src/domain/review/steps/step.ts';
import { formOf } from '../../src/presentation/forms/index.ts';

/** All steps and all kinds of plan on one page of Markdown, made from their rows, for somebody who is new here. */
export function stepsPage(): string {
  return [
    '# What can be done to a review, and what kinds there are',
    '',
    'A review is changed by **steps** only. Each is a file of its name in `src/domain/review/steps/`, which holds all the',
    'domain says of it: who may give it, in which stage, what is said instead in any other, its rules, what it changes, whom',
    'it tells, the forms it is given by, and what is said then. To add one is to add its file, and a line in `index.ts` there.',
    'A review’s way through the stages is drawn in [flow.md](flow.md).',
    '',
    'This page is made from those files and from the kinds of plan in `src/domain/plans/`, and a test fails when they',
    'differ: `npx vitest run test/domain/review/steps.test.ts -u` writes it anew.',
    '',
    '## The steps',
    '',
    '**Kept as** is what the history calls what happened; with a * somebody is told of it. **Answers** names what somebody',
    'owes that has this step’s button, or its name: each is a file of that name in `src/domain/review/obligations/`.',
    '',
    ...table(
      ['step', 'what it does', 'who', 'in reviews of', 'kept as', 'answers'],
      COMMAND_TYPES.map((type) => [
        `[${type}](../src/domain/review/steps/${type}.ts)`,
        descriptionOf(type),
        WHO[STEPS[type].giver],
        kindsThat((kind) => isKnownTo(kind, type)),
        factsOf(type),
        OBLIGATION_ROWS.filter((row) => isAnsweredBy(row, type))
          .map(({ kind }) => kind)
          .join(', '),
      ]),
    ),
    '',
    '## In which stage',
    '',
    '● the stage takes it and stays; an arrow, it moves the review there; both, it may do either ([flow.md](flow.md) says when). Anything else is refused',
    'with a sentence that says what to do instead. What is about an action is given for one that is there already.',
    '',
    ...table(
      ['step', 'about an action', ...STAGES],
      COMMAND_TYPES.map((type) => [
        type,
        STEPS[type].aboutAction ? 'yes' : '',
        ...STAGES.map((stage) => markOf(stage, type)),
      ]),
    ),
    '',
    '## What is asked',
    '',
    'The forms of each step stand in its file or beside it; each asks the questions of one file in',
    '`src/domain/review/questions/`, which are all that is known of an answer: how it is asked, checked, stored and read out.',
    'What is not asked of everybody is in italics. A step without a form is given at one press.',
    '',
    ...table(
      ['step', 'form', 'called', 'becomes, besides', 'asks', 'or at one press'],
      FORMS.map((form) => [
        form.step,
        form.name,
        form.open,
        (form.becomes ?? []).filter((type) => type !== form.step).join(', '),
        questionsOf(form),
        (form.alternatives ?? []).map((one) => ('sends' in one ? one.sends : `form ${one.opens}`)).join(', '),
      ]),
    ),
    '',
    '## The kinds of plan',
    '',
    'What the reviews of one kind do differently is asked of its row, by what it can do and never by its name.',
    '',
    ...table(
      ['', ...PLAN_KINDS.map((kind) => planRow(kind).name)],
      PROPERTIES.map(([what, say]) => [what, ...PLAN_KINDS.map((kind) => say(planRow(kind), kind))]),
    ),
    '',
  ].join('\n');
}

const WHO: Readonly<Record<Giver, string>> = {
  senco: 'SENCO',
  asked: 'whoever is asked for evidence',
  owner: 'the action’s owner',
  'owner-or-senco': 'the action’s owner, or the SENCO',
  'sender-or-senco': 'whoever is to send the request, or the SENCO',
};

const yesNo = (is: boolean) => (is ? 'yes' : 'no');

/** What guards look for, from their names: "missingTargetReviews" is "target reviews". */
const guardsOf = (guards: PlanKindRow['before']['outcome']) =>
  guards
    .map(({ name }) =>
      name
        .replace('missing', '')
        .replace(/\B[A-Z]/g, ' $&')
        .toLowerCase(),
    )
    .join(', ');

const PROPERTIES: readonly (readonly [string, (row: PlanKindRow, kind: PlanKind) => string])[] = [
  ['stored as', (_row, kind) => kind],
  ['in a school’s data', ({ importedAs }) => importedAs.join(', ')],
  ['works towards', ({ goal }) => `${goal}s`],
  [
    'the review comes to',
    ({ words }) => `${words.conclusion === 'outcome' ? 'an' : 'a'} ${words.conclusion}`,
  ],
  ['of these', ({ outcomes }) => outcomes.map(({ code }) => code).join(', ')],
  ['the local authority decides (`decidedElsewhere`)', ({ decidedElsewhere }) => yesNo(decidedElsewhere)],
  ['people from outside are invited (`invitesOutsiders`)', ({ invitesOutsiders }) => yesNo(invitesOutsiders)],
  ['proposes changes to sections (`proposesChanges`)', ({ proposesChanges }) => yesNo(proposesChanges)],
  ['addresses young people themselves', ({ addressesYoungPeople }) => yesNo(addressesYoungPeople)],
  ['always speaks of a child', ({ ofYoungChildren }) => yesNo(ofYoungChildren)],
  ['its dates count from', ({ countsFrom }) => countsFrom.join(', ')],
  [
    'the next review at the latest, by the rule',
    ({ nextReview }) => (typeof nextReview === 'string' ? nextReview : nextReview.id),
  ],
  ['looked for before its outcome, besides what is owed', ({ before }) => guardsOf(before.outcome)],
  ['looked for before it closes, besides what is owed', ({ before }) => guardsOf(before.close)],
  ['form that sets the meeting', ({ forms }) => forms.plan],
  ['form that ends it', ({ forms }) => forms.conclude],
  [
    'steps that not all know',
    (_row, kind) =>
      COMMAND_TYPES.filter((type) => STEPS[type].plans && isKnownTo(kind, type)).join(', ') || 'none',
  ],
];

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)];
}

/** What stands over the step in its file. */
function descriptionOf(type: CommandType): string {
  const file = new URL(`../../src/domain/review/steps/${type}.ts`, import.meta.url);
  const [, comment = ''] =
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const \w+: Step</.exec(readFileSync(file, 'utf8')) ?? [];
  return comment.replace(/\s*\n \* ?/g, ' ').trim();
}

function kindsThat(fit: (kind: PlanKind) => boolean): string {
  const kinds = PLAN_KINDS.filter(fit);
  return kinds.length === PLAN_KINDS.length ? 'all' : kinds.map((kind) => planRow(kind).name).join(', ');
}

function factsOf(type: CommandType): string {
  return Object.entries(STEPS[type].facts)
    .map(([fact, row]) => (row.tells ? `${fact} *` : fact))
    .join(', ');
}

/** Whether this step is what a button of something owed ends in, or has the name of what is owed. */
function isAnsweredBy(
  { kind, answers, allAnswers = answers, record }: ObligationRow,
  type: CommandType,
): boolean {
  const byAnswer = (answer: Answer) =>
    answer.opens === 'meeting'
      ? type === 'open-meeting'
      : answer.opens === 'form' && formOf(answer.name).row.step === type;
  const byRecord = record !== undefined && formOf(record.form).row.step === type;
  return kind === type || byRecord || [...answers, ...allAnswers].some(byAnswer);
}

/** What a form asks, by the ids under which it is stored. */
function questionsOf({ questions }: KnownForm): string {
  return Object.entries(questions)
    .filter(([, { asks }]) => asks ?? true)
    .map(([id, { asked }]) => (asked ? `_${id}_` : id))
    .join(', ');
}

function markOf(stage: Stage, type: CommandType): string {
  if (!isAllowed(stage, type)) return '';
  const arrows = ARROWS.filter(({ from, by }) => from === stage && by === type);
  const stays = arrows.every(({ when }) => when !== undefined) ? ['●'] : [];
  return [...stays, ...arrows.map(({ to }) => `→ ${to}`)].join(' ');
}
