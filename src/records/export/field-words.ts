/*
 * What a stored field is called where no question asks for it. A field that is not named here is called by its own name in words,
 * so that none is left out for want of one.
 */

const WORDS: Readonly<Record<string, string>> = {
  ref: 'Reference',
  upn: 'Unique pupil number (UPN)',
  yearOf: 'School year that is of',
  movedUp: 'Moved up in September',
  className: 'Class',
  toldApartBy: 'Told from another of the same name by',
  taken: 'Forms taken (each by the mark it carried)',
  keyStaff: 'Key staff',
  people: 'People around them',
  refusedRequests: 'Requests for an early review that were refused',
  familySays: 'What the family says is wrong',
  answers: 'What became of it since',
  meetings: 'Meetings with parents',
  profiles: 'One-page profiles',
  places: 'Where they are educated',
  changedHere: 'Changed in the chat since a list last said it',
  senNotSaid: 'No list has said yet whether they have SEN',
  kind: 'Kind',
  la: 'Local authority',
  laSince: 'With that local authority since',
  laMoved: 'Another local authority took the plan over',
  laWrote: 'Whether that local authority has written to the family',
  laDecided: 'The local authority’s decisions',
  laAmended: 'What came after a decision to amend',
  moveSaid: 'Next move between schools, as it was said',
  settledBefore: 'Said before that the move is settled, and taken back',
  lead: 'Review led by',
  early: 'Held before its time',
  sentIn: 'Sent in by the family',
  evidence: 'Evidence asked of staff',
  who: 'Who',
  said: 'What was said',
  askedAt: 'Asked at',
  dueBy: 'Asked for by',
  revision: 'How often it was answered',
  parentViews: 'Views of the parents or carers',
  pupilViews: 'Views of the child or young person',
  given: 'Given',
  recordedBy: 'Recorded by',
  decidedBy: 'Recorded by',
  at: 'When',
  by: 'By',
  on: 'Day',
  targetReviews: 'What the meeting made of each target or outcome',
  last: 'What the review before it left',
  provisionReviews: 'What the meeting made of the support there was',
  newTargets: 'New targets or outcomes',
  provision: 'Support',
  disagreements: 'Disagreements',
  actions: 'Actions',
  outcome: 'What the review concluded',
  annual: 'Annual review of an EHC plan',
  outsiders: 'Others who were invited',
  corrections: 'Corrections',
  history: 'History: who did what, and which fields it touched',
  messages: 'Messages to staff about this review',
  with: 'Sent as one with another message',
  carries: 'Other messages sent as one with it',
  text: 'Wording',
  words: 'In words',
  targetId: 'Of the target',
  provisionId: 'Of the support',
  addedAt: 'Agreed',
  lodged: 'Brought',
  is: 'Is',
  review: 'On the record of',
  asOf: 'As of',
  cameBy: 'How it came',
  lookedAfter: 'Looked after by a local authority',
  heldBefore: 'Kept for longer before',
  legalHold: 'Kept for longer than the rule',
  phaseTransfer: 'Next move between schools',
  listed: 'What was listed',
  to: 'To',
  day: 'Day',
  id: 'Mark of the record',
  version: 'How often it was stored',
};

/** Where the same name means something else in what it stands in. */
const WORDS_IN: Readonly<Record<string, string>> = {
  'targets.evidence': 'What shows it',
  'targetReviews.evidence': 'What shows it',
  'meeting.date': 'Day it was set for',
  'outcome.kind': 'Conclusion',
};

/** A name in the code as words: "earlierMeetings" is "Earlier meetings". */
const inWords = (name: string): string => {
  const apart = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');
  const words = apart
    .replace(/\bla\b/, 'local authority')
    .replace(/\behc\b/, 'EHC')
    .replace(/\bpep\b/, 'PEP');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/**
 * What a stored field is called on a page.
 * @param within the name of the field it stands in
 */
export function fieldWords(name: string, within = ''): string {
  const known = WORDS_IN[`${within}.${name}`];
  if (known !== undefined) return known;
  return Object.hasOwn(WORDS, name) ? (WORDS[name] ?? name) : inWords(name);
}

/**
 * What a history has of something that was done, in words: "evidence-submitted" as what was done; "annual.outsiders.outsider-la.advice"
 * as the fields it touched, without the marks of what they are of.
 */
export const historyWords = (code: string): string => inWords(code.replaceAll('.', ' '));
export const touchedWords = (field: string): string => {
  const [first = '', second = ''] = field.split('.');
  return first === 'annual' && second !== '' ? fieldWords(second, first) : fieldWords(first);
};
