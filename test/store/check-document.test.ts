import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../src/store/check-document.ts';
import { COLLECTIONS } from '../../src/store/schemas.ts';
import { type Corruption, corruptions } from './corruption.ts';
import { everyDocument } from './every-document.ts';
import type { Stored } from './fixtures.ts';

const every = everyDocument();
/** One of every document, as it stands in its file once it is stored. */
const all: readonly Stored[] = COLLECTIONS.flatMap((collection) =>
  every[collection].map((one) => {
    return { collection, name: `${one.id}.json`, json: JSON.parse(JSON.stringify({ ...one, version: 1 })) };
  }),
);

/** What a document can do without. */
const CAN_BE_LEFT_OUT: readonly string[] = [
  'contacts address',
  'contacts cards',
  'contacts cards[].at',
  'contacts cards[].buttons',
  'contacts cards[].of',
  'contacts checkedAt',
  'contacts email',
  'contacts groups',
  'contacts mark',
  'contacts person',
  'contacts seenAt',
  'contacts shownBefore',
  'contacts unreachable',
  'digests aboutSchool',
  'digests aboutStaff',
  'digests escalations',
  'digests listed',
  'digests shown',
  'digests state.after',
  'digests state.formAt',
  'digests state.where',
  'digests stood',
  'digests toMeet',
  'pupils changedHere',
  'pupils changedHere[].plan',
  'pupils className',
  'pupils familySays',
  'pupils familySays[].answers',
  'pupils heldBefore',
  'pupils heldBefore[].hold.until',
  'pupils history',
  'pupils legalHold',
  'pupils legalHold.until',
  'pupils meetings',
  'pupils meetings[].corrected',
  'pupils meetings[].takenBack',
  'pupils movedUp',
  'pupils movedUp.yearOf',
  'pupils people',
  'pupils places',
  'pupils places[].listed',
  'pupils places[].passOn',
  'pupils plans[].la',
  'pupils plans[].laAmended',
  'pupils plans[].laDecided',
  'pupils plans[].laMoved',
  'pupils plans[].laMoved.from',
  'pupils plans[].laSince',
  'pupils plans[].laWrote',
  'pupils plans[].lastDecision',
  'pupils plans[].lastMeeting',
  'pupils plans[].lastReviewed',
  'pupils plans[].moveSaid',
  'pupils plans[].moveSaid.move.on',
  'pupils plans[].phaseTransfer',
  'pupils plans[].phaseTransfer.on',
  'pupils plans[].planMade',
  'pupils plans[].provision',
  'pupils plans[].provision[].ended',
  'pupils plans[].provision[].happening',
  'pupils plans[].provision[].named',
  'pupils plans[].provision[].owner',
  'pupils plans[].provision[].starts',
  'pupils plans[].settledBefore',
  'pupils plans[].transferSettled',
  'pupils profiles',
  'pupils refusedRequests',
  'pupils refusedRequests[].kind',
  'pupils senNotSaid',
  'pupils taken',
  'pupils toldApartBy',
  'pupils upn',
  'pupils yearOf',
  'reviews actions[].cannotBeDone',
  'reviews actions[].disowned',
  'reviews actions[].disowned.suggested',
  'reviews actions[].done',
  'reviews actions[].doneBy',
  'reviews actions[].onBehalfOf',
  'reviews actions[].targetId',
  'reviews actions[].withdrawn',
  'reviews addressing',
  'reviews addressing.representative',
  'reviews agendaNotes',
  'reviews annual',
  'reviews annual.adviceBy',
  'reviews annual.appeal',
  'reviews annual.appealEnded',
  'reviews annual.attendanceLate',
  'reviews annual.ceaseConsulted',
  'reviews annual.circulated',
  'reviews annual.comments',
  'reviews annual.corrected',
  'reviews annual.corrected[].was.alone',
  'reviews annual.corrected[].was.cameBy',
  'reviews annual.corrected[].was.how',
  'reviews annual.corrected[].was.kind',
  'reviews annual.corrected[].was.nextPlace',
  'reviews annual.decision',
  'reviews annual.earlierAppeals',
  'reviews annual.finalPlan',
  'reviews annual.finalPlan.nextPlace',
  'reviews annual.invitedOn',
  'reviews annual.mediation',
  'reviews annual.neverDecided',
  'reviews annual.notAmending',
  'reviews annual.notice',
  'reviews annual.orderedPlan',
  'reviews annual.orderedPlan.nextPlace',
  'reviews annual.outsiders[].advice',
  'reviews annual.report',
  'reviews annual.shortNotice',
  'reviews annual.transfer',
  'reviews annual.transfer.on',
  'reviews cancelled',
  'reviews closedAt',
  'reviews considered',
  'reviews decidedInData',
  'reviews earlierMeetings',
  'reviews earlierMeetings[].where',
  'reviews early',
  'reviews evidence[].answer',
  'reviews evidence[].answer.said.changed',
  'reviews evidence[].answer.said.delivered',
  'reviews last',
  'reviews last.provision[].happening',
  'reviews last.provision[].named',
  'reviews last.provision[].owner',
  'reviews last.provision[].starts',
  'reviews meeting',
  'reviews meeting.where',
  'reviews meetingOpenedAt',
  'reviews messages[].about',
  'reviews messages[].also',
  'reviews messages[].asOf',
  'reviews messages[].carries',
  'reviews messages[].gone',
  'reviews messages[].state.after',
  'reviews messages[].state.formAt',
  'reviews messages[].state.where',
  'reviews messages[].stood',
  'reviews messages[].with',
  'reviews noSchool',
  'reviews outcome',
  'reviews outcome.nextReviewBy',
  'reviews outcome.parentsThere',
  'reviews outcome.report',
  'reviews parentViews',
  'reviews profileLookedAt',
  'reviews proposedProvision',
  'reviews proposedProvision[].owner',
  'reviews proposedProvision[].starts',
  'reviews provisionReviews',
  'reviews provision[].ended',
  'reviews provision[].happening',
  'reviews provision[].named',
  'reviews provision[].owner',
  'reviews provision[].starts',
  'reviews pupilViews',
  'reviews quiet',
  'reviews quiet.until',
  'reviews rearrangements',
  'reviews rearrangements[].kept',
  'reviews reopened',
  'reviews reopened[].action',
  'reviews reopened[].action.cannotBeDone',
  'reviews reopened[].action.disowned',
  'reviews reopened[].action.disowned.suggested',
  'reviews reopened[].action.done',
  'reviews reopened[].action.doneBy',
  'reviews reopened[].action.onBehalfOf',
  'reviews reopened[].action.targetId',
  'reviews reopened[].action.withdrawn',
  'reviews reopened[].outcome',
  'reviews reopened[].outcome.parentsThere',
  'reviews requests',
  'reviews requests[].answer',
  'reviews requests[].answerBy',
  'reviews requests[].exception',
  'reviews requests[].mediation',
  'reviews requests[].sent',
  'reviews sentIn',
  'reviews targetReviews[].delivered',
  'reviews targetReviews[].newMeasure',
  'reviews targetReviews[].newText',
  'reviews targetReviews[].whyChanged',
  'reviews toldInPerson',
  'reviews toldOutside',
  'schools changedHere',
  'schools earlyYearsWeeks',
  'schools history',
  'schools leavingYears',
  'schools localAuthorities',
  'schools localAuthorities[].leadWeeks',
  'schools localAuthorities[].mediation',
  'schools localAuthorities[].sendiass',
  'schools nudges',
  'schools nudges.before',
  'schools nudges.hour',
  'schools nudges.leaderAfter',
  'schools nudges.sencoAfter',
  'schools nudges.whileOverdue',
  'schools retention',
  'schools retention.age',
  'schools retention.daily',
  'schools retention.trailYears',
  'schools safeguardingLead',
  'schools secondAccounts',
  'schools secondAccounts[].yes',
  'schools slackTeamId',
  'schools staff[].absent',
  'schools staff[].address',
  'schools staff[].changedHere',
  'schools staff[].changedHere[].was',
  'schools staff[].cutOff',
  'schools staff[].cutOff.by',
  'schools staff[].head',
  'schools staff[].left',
  'schools staff[].leftNoted',
  'schools staff[].notSame',
  'schools taken',
  'schools teamsTenantId',
  'schools terms[].guessed',
  'schools terms[].halfTerm',
];

/** A chat's own way to reach somebody: what is in it is the chat's. */
const isTheChats = (field: string) => /^(groups\[\d+\]\.)?address\./.test(field);
/** Kept under keys that are no fields, so another key is no misspelling. */
const isByKey = (field: string) => /(^|\.)(ref|attendance)\.[^.]+$/.test(field);
/** The field wherever in a list it stands. */
const anywhere = (field: string) => field.replaceAll(/\[\d+\]/g, '[]');

interface Tried extends Corruption {
  readonly stored: Stored;
}

/** Every corruption of every field, of each field once. */
function everyCorruption(): readonly Tried[] {
  const tried = new Map<string, Tried>();
  for (const stored of all) {
    for (const corruption of corruptions(stored.json, isTheChats)) {
      const { how, field } = corruption;
      tried.set(`${stored.collection} ${anywhere(field)} ${how}`, { ...corruption, stored });
    }
  }
  return [...tried.values()];
}

/** Whether a corruption is found and named. */
function isNoticed({ stored, field, now, json }: Tried): boolean {
  return faultsIn(stored, json).some((fault) => fault.field === field || fault.field === now);
}

const say = ({ stored, field }: Tried) => `${stored.collection} ${anywhere(field)}`;

function faultsIn({ collection }: Stored, json: unknown) {
  const checked = checkDocument(collection, json);
  return checked.ok ? [] : checked.faults;
}

describe('a stored document', () => {
  it('that the program wrote is read as it was written', () => {
    for (const { collection, json } of all) {
      expect(checkDocument(collection, json)).toEqual({ ok: true, document: json });
    }
  });

  it('with any one field misspelt, of another type or too many is refused, by that field’s name', () => {
    const wrong = everyCorruption().filter(
      ({ how, field }) => how !== 'removed' && !(how === 'misspelt' && isByKey(field)),
    );
    expect(wrong.filter((each) => !isNoticed(each)).map((each) => `${say(each)} ${each.how}`)).toEqual([]);
    expect(wrong.length).toBeGreaterThan(500);
  });

  it('with a field left out is refused by its name, but for what it can do without', () => {
    const removed = everyCorruption().filter(({ how, field }) => how === 'removed' && !isByKey(field));
    const unnoticed = removed.filter((each) => !isNoticed(each)).map(say);
    expect(unnoticed.toSorted()).toEqual(CAN_BE_LEFT_OUT);
    expect(removed.length).toBeGreaterThan(150);
  });

  it.each([
    ['reviews', 'stage', 'finished', 'holds something it can’t hold'],
    ['reviews', 'startedAt', '2026-11-02', 'should be a moment, as 2026-11-21T09:00:00.000Z'],
    ['pupils', 'dateOfBirth', '2018-02-30', 'should be a real day, as 2026-11-21'],
    ['pupils', 'firstName', ['Ada'], 'should be text'],
    ['reviews', 'version', 1.5, 'should be a whole number'],
    ['reviews', 'actions', null, 'should be a list'],
    ['reviews', 'messages', {}, 'should be a list'],
  ] as const)(
    '(%s) says of %s what is wrong with it, and not what stands there',
    (collection, field, value, what) => {
      const stored = all.find((one) => one.collection === collection);
      if (!stored) throw new Error(`there is no fixture of ${collection}`);
      expect(faultsIn(stored, { ...stored.json, [field]: value })).toEqual([{ field, what }]);
    },
  );

  it('says nothing of a key that may be somebody’s address', () => {
    const review = all.find(({ name }) => name === 'ehcp-acting.json');
    if (!review) throw new Error('there is no such fixture');
    const annual = { ...Object(review.json.annual), attendance: { 'tom.teacher@oakfield.example': 'late' } };
    expect(faultsIn(review, { ...review.json, annual })).toEqual([
      { field: 'annual.attendance.…', what: 'holds something it can’t hold' },
    ]);
  });
});
