import { whyWords } from '../../domain/statute/date-reasons.ts';
import { type LateMeeting, tooLateWords } from '../../domain/statute/late-meeting.ts';
import { part, reason, type Section, section, urgent } from '../parts.ts';

/** That the meeting which is set is after the last day for it; nothing where it is in time. */
export const lateMeetingSection = ({ late }: { readonly late?: LateMeeting | undefined }): Section[] =>
  late
    ? [
        section('', [
          part([[urgent(`The meeting on ${tooLateWords(late)}.`)], [reason(whyWords(late.last))]]),
        ]),
      ]
    : [];
