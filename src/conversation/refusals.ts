import type { CardMessage } from '../presentation/message.ts';
import type { Frame } from '../presentation/render.ts';
import { Conflict, NotStored } from '../store/store.ts';

/** The sentences a conversation says when it cannot do what was asked. One place, so that they sound like one voice. */
export const SAY = {
  /** It is stored, but the screen after it could not be made. */
  savedNotShown: 'Saved. What comes next could not be shown: “review mine” has what is waiting on you.',
  /** The form asks other things than when it was opened. */
  formChanged:
    'This form has changed since you opened it, so it is not saved. Please open it again; what you typed is below, to copy.',
  stranger:
    'Sorry, I can only talk with staff on a school’s list. If you should be on it, please ask your SENCO or IT manager.',
  otherSchoolAsked:
    'Your yes is kept. They are on the list of another school, too: its SENCO is asked, and the account is let in once both have said yes.',
  secondAccount:
    'Your address is used here with another account of this chat already, so I can’t let this one in. I have told the SENCO, who can.',
  cameAlong: 'Welcome back. What was asked of you before is here.',
  beganAnew: 'Thank you. Nothing of theirs is shown to you.',
  notYours: 'That isn’t one of yours, so I can’t show or change it. Your SENCO can help.',
  gone: 'What this was about is no longer there: somebody may have changed it.',
  overtaken:
    'You have answered since this form was shown. What you typed is still here: send it to put it in the place of that answer.',
  answeredSince: (inputs: number) =>
    `Not saved yet: somebody else has changed ${inputs === 1 ? 'one answer' : `${inputs} answers`} since this form was shown. What you typed is still here: send it once more, and it holds.`,
  proposesElse:
    'Not saved yet: what is proposed has changed since you read it. Here it is as it would be now: please look at it, and send it.',
  besides: 'You have written something. Send it; or press the other button again, if you mean that instead.',
  changedSince: 'Changed by somebody else meanwhile. What is saved now:',
  takenOutSince: 'Taken out by somebody else meanwhile.',
  bothChanged:
    'Changed by somebody else meanwhile, and by you: what you both wrote stands here. Please take out what is not right. What is saved now:',
  shownLongAgo:
    'Not saved yet: this form was open since before the bot was updated. What you typed is still here, beside what is saved now: send it once more, and it holds.',
  savedNow: 'What is saved now:',
  partHasCome:
    'This part has come. It is saved once the other parts are sent, too: please send each that stands here.',
  typedBefore: 'Not saved yet: what you typed before stands here.',
  sentBefore:
    'This form was sent before, and what it said then is saved. What you sent now is different, and is not.',
  already: 'This is already recorded. Here is how things stand.',
  alreadyGiven: 'This is already recorded. Here is what came of it.',
  settledMeanwhile: 'This has been settled meanwhile. Here is how it stands.',
  annualOnly: 'Such dates belong to the annual review of an EHC plan, and this pupil has no EHC plan.',
  noAnnual: 'No annual review of this pupil is under way, so there are no such dates yet.',
  sencoAnswersRequests: 'Only a SENCO can answer a request for an early review. Please pass it on to them.',
  sencoRecordsMeetings:
    'Only a SENCO can record a meeting with the family. Please tell them when it was and what was agreed.',
  overseersKnow: 'Only SENCOs and senior leaders see what is known of a pupil. Ask them if you need to know.',
  underWay: 'A review of this pupil is under way already, so there is none to begin early.',
  otherPlans:
    'The pupil’s plans have changed since this form was shown. Open it again for the plan it is about.',
  sencoMarksAway: 'Only a SENCO can say who is away, or give what is somebody’s to somebody else.',
  sencoKeepsSchool: 'Only a SENCO keeps up what is set for the school: its terms, INSET days and reminders.',
  sencoLetsIn: 'Only a SENCO sees the staff list and says who is let in.',
  secondAccounts:
    'Somebody came by a second account with a colleague’s address, and was not let in. Type “review staff” to look at it.',
  accountNotHere:
    'They are not on this school’s list now, so no account of theirs is let in here. Their own school’s SENCO can.',
  maybeSame: 'Somebody new on the staff list may be a colleague who left. Type “review staff” to say so.',
  awayForOverseers: 'Only SENCOs and senior leaders see who is away.',
  nothingToGive: 'Nothing of theirs is open any more, or nobody else could take it on.',
  noSuchPupil:
    'I know no pupil of that name or reference among those you may see. The beginning of a name will do; check its spelling.',
  whichDue:
    'I know plans, years and times here: “review due EHCP”, “review due year 4”, “review due this half-term”, “review due by Friday”, or a pupil’s name. The rest of what you typed I could not read.',
  noSuchYear: (year: string) =>
    `There is no Year ${year}: a school has Nursery, Reception and Years 1 to 14.`,
  overseersOnly: 'Only SENCOs and senior leaders see what is due. Here is what is waiting on you.',
  ownActionsOnly: 'Only SENCOs and senior leaders see what others have to do. Here is what is yours.',
  nobodyOfThatName:
    'I know no colleague or pupil of that name. The beginning of a name will do; here is everything.',
  sencoKeepsPupils: 'Only a SENCO adds pupils, or says what is missing of them.',
  unchanged: 'Nothing was changed: it stood like this already.',
  closedAgain: 'The meeting is not open any more. Nothing was recorded in it.',
  toldInPerson: 'Noted that you have told them.',
  sencoExports: 'Only a SENCO of the school takes out what is held about a pupil. Please ask them.',
  noFilesHere: 'Files can’t be given here. Your IT manager can take it out: npm run export.',
  fileNotGiven:
    'The chat did not take the file. Please try again in a minute, or ask your IT manager: npm run export.',
  marksUnclear:
    'I can’t read those marks, so nothing was taken out. A mark is six letters and digits, as the page has them: “review export PUPIL without 3f9a2c, 77c1d0”, or “… without none” to keep all.',
  noSuchMark: (marks: readonly string[]) =>
    `No passage has the mark ${marks.join(', ')}: is it mistyped, or was the text changed since? Nothing was taken out. Take it out “For the family” first, without marks, and type those that the new page has.`,
  sencoSeesTrail: 'Only a SENCO sees who has looked at a pupil’s data, and what they did.',
  /** The audit can't be written, and not even in memory is there room for more. */
  notNoted:
    'I can’t write down who looks at what at the moment, so nothing is shown and nothing was changed. Please tell whoever looks after me.',
  sencoOnly: 'Only a SENCO can start a review.',
  nonsense: 'Sorry, I didn’t understand that button. Please type “review help”.',
  greeting: 'I help with SEND reviews. “review” shows what is waiting on you.',
  welcome: 'I am glad to help. When something waits on you, I write to you here.',
  whatICan: '“review” shows what is waiting on you, and “review help” all that you can type.',
  yesOrNo: 'I can’t tell what that answers. Please press the button on the card you mean.',
  noCommand: 'That is no command of mine. “Help” has the words I know.',
  wordsIKnow: 'Type “review help” for the words I know.',
  unknownWord: 'It is none of my words, nor the name of a pupil you may see.',
  readByOthers:
    'Others can read what you typed there, so this answer is for you alone. If a child is named there, please delete that message.',
  messageNotKept: 'Nothing of the message is kept unless you send this form.',
  messageCut: 'The message is longer than an action may be: its beginning stands here.',
  noActionOfHarm: 'So I have made no action of it, and kept nothing of the message.',
  messageEmpty: 'There are no words in that message that I could take, so there is nothing to add.',
  sencoAddsActions:
    'Only a SENCO adds actions to a review: please tell them. Nothing of the message is kept. Here is what is waiting on you.',
  noReviewForAction:
    'An action is added once a review’s meeting is open, or while its actions are under way, and none of yours is so far. Nothing of the message is kept.',
  trouble: 'Something went wrong on our side and nothing was changed. Please try again in a few minutes.',
  notStored:
    'I couldn’t save that just now, and nothing has changed. What you typed is still here: please try again in a few minutes.',
  storedInPart:
    'Some of this is saved, and the rest could not be just now. What you typed is still here: please send it again in a few minutes.',
  noActions: 'None of your actions is open, so there is nothing to answer.',
  othersOwed:
    'You have no open action. What waits on you has a button of its own; for more time, please tell your SENCO.',
  notAnAction:
    'That is no action. What waits on you has a button of its own; for more time, please tell your SENCO.',
  day: {
    past: 'That day is today, or has passed. Please choose a later one.',
    far: 'That is more than a year away. Please choose a nearer day.',
    inDoubt: 'I’m not sure which day you mean.',
    several: 'I read more than one day in that, and don’t want to guess.',
    unknown: 'That goes by the school’s terms, and those I have don’t reach so far. Please choose the day.',
    none: 'I can’t read a day in that. “snooze until Friday” or “in 2 weeks” would do, or choose the day.',
  },
  filePrivately: 'Others can read along here. Please send files to me in our private chat only.',
  filesNotTaken:
    'I keep no files. If this is evidence for a review, please put a link to it in your answer there.',
  picturesNotTaken:
    'I keep no pictures and can’t look at them. Please keep it where your school keeps such things, and put a link to it in your answer.',
  listsTaken: 'A list of pupils is taken as CSV or Excel.',
  oneFile: 'Please send me the list of pupils as one file, and nothing beside it.',
  fileNotRead: {
    'too-large': 'It has more than 10 MB. Please export the list of pupils by itself and send that.',
    'not-given':
      'The chat did not let me have it. Please send it again; if that does not help, your IT manager can.',
  },
  listGone:
    'I keep a list only for half an hour, and only until you have said yes or no. Nothing was changed.',
  listCutShort: 'It could not be written to the end. Please send the same file again to complete it.',
  listOvertaken: 'This list was looked at again since. Nothing was decided: here is how it stands now.',
  listDropped: 'Nothing was changed, and the file is not kept.',
  movesAhead:
    'On 1 September everybody moves up a year. To see who, type “review school” and press “A new school year”.',
  notCopied:
    'Nobody was moved: what is stored could not be copied first. Please tell whoever looks after me, and try again.',
  movedBackInPart: (done: number) =>
    `I could not save all of it just now: ${done} are put back. Press again to go on; nobody is put back twice.`,
  movedInPart: (done: number) =>
    `I could not save all of it just now: ${done} are moved up. Press again to go on; nobody is moved twice.`,
  leftOut: (whose: string) =>
    `I can’t read something about ${whose}, so it is missing here. The rest is as it should be. Please tell whoever looks after me.`,
  again: (faults: number) =>
    faults === 1
      ? 'One answer needs another look. Nothing you typed is lost.'
      : `${faults} answers need another look. Nothing you typed is lost.`,
} as const;

/** The sentences that say of something that it is not for this person to see or do. */
const NOT_FOR_THEM: ReadonlySet<string> = new Set([
  SAY.notYours,
  SAY.sencoAnswersRequests,
  SAY.sencoRecordsMeetings,
  SAY.overseersKnow,
  SAY.sencoMarksAway,
  SAY.sencoKeepsSchool,
  SAY.sencoLetsIn,
  SAY.awayForOverseers,
  SAY.sencoKeepsPupils,
  SAY.sencoOnly,
  SAY.sencoSeesTrail,
  SAY.sencoExports,
  SAY.sencoAddsActions,
]);

/** Why it is refused, where the sentence says that it is not for them; as one of the program's own words. */
export const refusingCode = (say: string): string | undefined =>
  NOT_FOR_THEM.has(say) ? 'not-theirs' : undefined;

/** The card, as one that says that something is refused, and why. */
export const asRefusal = (show: CardMessage, code: string | undefined): CardMessage =>
  code === undefined ? show : { ...show, refused: code };

/** The same of one whom somebody meant whom they may not be told of: of whom is noted, where it is one that is refused. */
export const meaning = (show: CardMessage, pupils: readonly { readonly id: string }[]): CardMessage =>
  show.refused === undefined ? show : { ...show, meant: pupils.map(({ id }) => id) };

/** The card as it goes out: that it refuses a child who is there, and whom, is for the audit, and nobody else can tell. */
export const asShown = ({ meant: _, refused: __, ...show }: CardMessage): CardMessage => show;

/** Whether a commit failed in a way that left everything as it was. */
export const notCommitted = (error: unknown): boolean =>
  error instanceof NotStored || error instanceof Conflict;

/** A result that went well, for the top of the card it led to. */
export const good = (text: string): NonNullable<Frame['notice']> => ({ text, style: 'good' });
/** Something that needs another look. */
export const attention = (text: string): NonNullable<Frame['notice']> => ({ text, style: 'attention' });
