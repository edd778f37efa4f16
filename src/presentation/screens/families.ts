import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { fillTerms } from '../../domain/language/terms.ts';
import { planRow } from '../../domain/plans/index.ts';
import { except, saidTo } from '../../domain/questions/said.ts';
import { rearrangementsOpen } from '../../domain/review/from-families.ts';
import { ASKED_BY, REARRANGE, SENT_IN } from '../../domain/review/questions/from-families.ts';
import { termsIn } from '../../domain/review/terms-of.ts';
import { localDate } from '../../domain/time.ts';
import { button, press } from '../buttons.ts';
import { bold, type OfReview, part, plain, type Section, section, subtle, typed } from '../parts.ts';
import { inBrief } from '../read-out.ts';

/* What families ask for and send in: for those only who oversee reviews. */

/** Who asked to hold the meeting at another time, and what became of it; those who wait come with the ways to answer. */
export function rearrangeSection(given: OfReview & { readonly mayRun: boolean }): Section[] {
  const { review, school, mayRun } = given;
  const { rearrangements = [], id, kind, stage } = review;
  if (rearrangements.length === 0) return [];
  const open = stage === 'gathering' ? rearrangementsOpen(review) : [];
  const words = { ...termsIn(given) };
  const parts = rearrangements.toReversed().map((one) => {
    const who = `${fillTerms(ASKED_BY[one.asker], words)} asked on ${dayWords(one.askedOn)}`;
    const said = except(saidTo(REARRANGE, { ...one }, given, words, 'all'), 'asker', 'askedOn');
    const kept =
      one.kept && `The meeting stayed: ${nameOf(school, one.kept.by)}, ${dayWords(localDate(one.kept.at))}`;
    const waits = open.includes(one);
    return part(
      [
        [bold(who), subtle(waits ? ' · Waits for an answer' : '')],
        ...inBrief(said),
        ...(kept ? [[subtle(kept)], ...typed(one.kept?.why ?? '')] : []),
      ],
      {
        below:
          waits && mayRun
            ? [
                button('Move the meeting', press.form(planRow(kind).forms.plan, id)),
                button('Say why it stays', press.form('keep-meeting', id)),
              ]
            : [],
      },
    );
  });
  return [section('Another time asked for', parts)];
}

/** What was sent in for the meeting, and where it is kept; `mayRun`: it can be put right. */
export function sentInSection(given: OfReview, mayRun = false): Section[] {
  const { review } = given;
  const parts = (review.sentIn ?? []).map((one) => {
    const said = except(saidTo(SENT_IN, { ...one }, given, {}, 'all'), 'what', 'on', 'from');
    const beside = mayRun ? [button('Change', press.form('sent-in', review.id, one.id))] : [];
    return part(
      [
        [bold(one.what)],
        [subtle('From '), plain(one.from), subtle(` · came ${dayWords(one.on)}`)],
        ...inBrief(said),
      ],
      { beside },
    );
  });
  return parts.length ? [section('Sent in', parts)] : [];
}
