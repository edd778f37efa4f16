import { earlier, localDate, plusDays } from '../../time.ts';
import { namesOutside, untoldOutside } from '../untold-outside.ts';
import { meetingIsOver } from './meeting-day.ts';
import type { ObligationRow } from './row.ts';

/** How many days a SENCO has to tell those outside of a change. Our own choice, no statute. */
const TELL_DAYS = 1;

/** Tell those invited who are in no chat that the meeting has moved, or is called off. */
export const tellOutside: ObligationRow<'tell-outside'> = {
  kind: 'tell-outside',
  forFamily: 'To tell those from outside the school about the meeting',
  stages: ['gathering'],
  owed: ({ review, lead, today }) => {
    const news = untoldOutside(review);
    if (!news || meetingIsOver(review, today)) return [];
    const due = plusDays(localDate(news.since), TELL_DAYS);
    return [{ who: lead, due: review.meeting ? earlier(due, review.meeting.date) : due, about: news.since }];
  },
  words: (_, { meeting }) =>
    meeting
      ? 'Tell those not in this chat that the meeting has moved'
      : 'Tell those not in this chat that the meeting is off',
  brief: (_, { meeting }) =>
    meeting ? 'Tell them that the meeting has moved' : 'Tell them that the meeting is off',
  help: () => 'telling families and others about the meeting',
  answers: [{ opens: 'nothing', press: 'told-outside', title: 'I have told them' }],
  thing: { screen: 'status', text: (review) => namesOutside(review).join(', ') || undefined },
  ofThoseOutside: true,
  settled: ({ review, about = '' }) => {
    const told = review.toldOutside?.find(({ at }) => at >= about);
    return told ? { is: 'done', by: told.by } : { is: 'over' };
  },
};
