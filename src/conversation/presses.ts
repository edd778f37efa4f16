import type { Reply } from '../channels/channel.ts';
import { decide } from '../domain/review/decide.ts';
import type { Refusal } from '../domain/review/decision.ts';
import { type KnownSpecialAnswer, SPECIAL_ANSWERS } from '../domain/review/forms.ts';
import { supportNamed } from '../domain/review/obligations/support.ts';
import type { Command } from '../domain/review/steps/index.ts';
import { localDate } from '../domain/time.ts';
import { isOnDigest, press } from '../presentation/buttons.ts';
import { dueViewIn } from '../presentation/due-view.ts';
import { type CardMessage, inPlaceOf } from '../presentation/message.ts';
import { missingCard } from '../presentation/screens/missing.ts';
import { thanksFor } from '../presentation/screens/support.ts';
import { takeBackCard } from '../presentation/screens/take-back.ts';
import { absentPressed, backNow } from './absence.ts';
import { addPupil } from './add-pupil.ts';
import { besides, openInItsPlace } from './besides.ts';
import { pupilExported, pupilKnown, pupilStatus } from './commands.ts';
import { commit } from './commit.ts';
import type { Deps } from './deps.ts';
import { sendForm, unfoldForm, whyPressed } from './form-presses.ts';
import { sendingOf } from './form-token.ts';
import { giveTo } from './give-to.ts';
import { guidePressed } from './guide.ts';
import { importAnswered } from './imports.ts';
import { dueScreen, mineScreen } from './lists.ts';
import { missing } from './missing.ts';
import { moveBackPressed, moveUpPressed, movingUpPressed } from './moving-up.ts';
import { nextForm } from './next-form.ts';
import { actionsPressed } from './overview.ts';
import { helpScreen, noticeScreen, notYoursScreen, overScreen, refusalScreen } from './plain-screens.ts';
import { attention, good, SAY } from './refusals.ts';
import { type Subject, subjectFor, whyOver } from './review-access.ts';
import { schoolPressed } from './school.ts';
import { ANYWAY, currentScreen, screen, screenNamed } from './screens.ts';
import { pupilSeen } from './seen.ts';
import { STAFF_PRESSES } from './staff.ts';
import { start } from './start.ts';
import { type Asked, below, type Handler, inPlace, pageIn } from './turn.ts';
import { typedPressed } from './typed.ts';

/** What is shown in place of a review that somebody may not see. */
async function notShown(deps: Deps, person: Asked['person'], id = ''): Promise<CardMessage> {
  const over = await whyOver(deps, person, id);
  return over ? overScreen(over) : notYoursScreen();
}

const show: Handler = async (deps, { person, data }) => {
  const subject = await subjectFor(deps, person, data.review ?? '');
  if (!subject) return below(await notShown(deps, person, data.review));
  const of = { deps, person, subject, about: data.about };
  return below(screenNamed(of, data.screen ?? '') ?? currentScreen({ deps, person, subject }));
};

/** Runs a command that needs no form, and shows what came of it. */
async function act(
  deps: Deps,
  asked: Asked,
  command: Command,
  done: (now: Subject) => Reply,
  refused: (now: Subject, refusal: Refusal) => Reply | undefined = () => undefined,
): Promise<Reply> {
  const { person, data } = asked;
  const subject = await subjectFor(deps, person, data.review ?? '');
  if (!subject) return below(await notShown(deps, person, data.review));
  const given = { ...subject, seen: subject.review, command, who: person.email, sending: sendingOf(asked) };
  const result = await commit(deps, given);
  const now = { ...subject, review: result.now };
  if (result.is !== 'refused') return done(now);
  return refused(now, result.refusal) ?? below(refusalScreen(deps, now, person, result.refusal));
}

const of = (deps: Deps, { person }: Asked, subject: Subject) => ({ deps, person, subject });

const shownOf = (deps: Deps, { review, pupil, school }: Subject) => ({
  review,
  pupil,
  school,
  today: localDate(deps.clock.now()),
});

/** A question that takes the place of how the review stands, until that is shown anew. */
const asking = ({ review }: Subject, show: CardMessage): CardMessage =>
  inPlaceOf(press.show('status', review.id), show);

const openMeeting: Handler = (deps, asked) =>
  act(
    deps,
    asked,
    { type: 'open-meeting', anyway: asked.data.anyway === 'yes', ...(asked.data.early && { early: true }) },
    (now) => {
      const notice = good('The meeting is open.');
      const agenda = screen({ ...of(deps, asked, now), notice }, 'agenda');
      const first = nextForm(deps, asked.person, now, notice);
      return first ? { kind: 'replace', show: first, behind: agenda } : inPlace(agenda);
    },
    (now, refusal) => {
      // Pressed a second time, or by a colleague too: it is open, and that is what they wanted.
      if (now.review.stage === 'meeting') return inPlace(currentScreen(of(deps, asked, now)));
      if (refusal.code === 'held-early') {
        const about = asked.data.anyway === 'yes' ? ANYWAY : undefined;
        return inPlace(screen({ ...of(deps, asked, now), about }, 'held-early'));
      }
      if (refusal.code === 'things-missing') return inPlace(asking(now, missingCard(shownOf(deps, now))));
      // The question was of before: how things stand takes its place, so that it can't be pressed again.
      return asked.data.early
        ? inPlace(currentScreen({ ...of(deps, asked, now), notice: attention(refusal.say) }))
        : undefined;
    },
  );

/** The meeting was opened by mistake: nothing was recorded in it. */
const closeMeeting: Handler = (deps, asked) =>
  act(deps, asked, { type: 'close-meeting' }, (now) =>
    inPlace(currentScreen({ ...of(deps, asked, now), notice: good(SAY.closedAgain) })),
  );

/** Takes a special answer, sent in the place of a form at one press; where something stands in that, once it is meant. */
const special = ({ form, command, said, leadsTo }: KnownSpecialAnswer): Handler =>
  besides(form, (deps, asked) =>
    act(deps, asked, command(Number(asked.data.revision ?? 0)), (now) =>
      inPlace(screen({ ...of(deps, asked, now), notice: good(said) }, leadsTo)),
    ),
  );

/** Support happens as agreed: said at one press. On a digest, which then says so itself, only thanks stand below. */
const supportYes: Handler = (deps, asked) => {
  const id = asked.data.about ?? '';
  return act(deps, asked, { type: 'answer-support', id, is: 'yes', why: '', again: '' }, (now) => {
    const provision = supportNamed(now.review, id);
    const thanks = provision ? thanksFor(provision, now) : '';
    if (isOnDigest(asked.data)) return below(noticeScreen('It is happening', thanks));
    return inPlace(screen({ ...of(deps, asked, now), about: id, notice: good(thanks) }, 'support'));
  });
};

/** Somebody to be told of the meeting was told in person: said at one press. */
const told =
  (command: (about: string) => Command): Handler =>
  (deps, asked) =>
    act(deps, asked, command(asked.data.about ?? ''), (now) =>
      isOnDigest(asked.data)
        ? below(noticeScreen('Noted', SAY.toldInPerson))
        : inPlace(currentScreen({ ...of(deps, asked, now), notice: good(SAY.toldInPerson) })),
    );

const THINGS = ['action', 'provision', 'target', 'disagreement', 'section-change', 'agenda-note'] as const;

const takeBack: Handler = async (deps, asked) => {
  const what = THINGS.find((thing) => thing === asked.data.what);
  if (!what) return below(notYoursScreen());
  const about = asked.data.about ?? '';
  const command = { type: 'take-back', what, id: about } as const;
  if (asked.data.sure !== 'yes') {
    const subject = await subjectFor(deps, asked.person, asked.data.review ?? '');
    const actor = { who: asked.person.email, at: deps.clock.now() };
    // What would be refused is not asked about first.
    if (subject && decide(subject.review, command, actor, subject.school).ok)
      return inPlace(asking(subject, takeBackCard({ ...shownOf(deps, subject), what, about })));
  }
  return act(
    deps,
    asked,
    command,
    (now) => inPlace(screen({ ...of(deps, asked, now), notice: good('Taken back.') }, 'agenda')),
    (now, { say }) => inPlace(currentScreen({ ...of(deps, asked, now), notice: attention(say) })),
  );
};

const profileRight: Handler = (deps, asked) =>
  act(deps, asked, { type: 'look-at-profile' }, (now) =>
    inPlace(currentScreen({ ...of(deps, asked, now), notice: good('Noted: the profile is still right.') })),
  );

/** What each kind of button does (`press` in src/presentation/buttons.ts makes them). */
export const PRESS_HANDLERS: Readonly<Record<string, Handler>> = {
  due: async (deps, asked) =>
    inPlace(await dueScreen(deps, asked.person, pageIn(asked.data), dueViewIn(asked.data))),
  mine: async (deps, asked) => inPlace(await mineScreen(deps, asked.person, pageIn(asked.data))),
  actions: actionsPressed,
  absent: absentPressed,
  back: backNow,
  school: schoolPressed,
  'moving-up': movingUpPressed,
  'move-up': moveUpPressed,
  'move-back': moveBackPressed,
  guide: guidePressed,
  help: async (deps, { person }) => below(helpScreen(deps, person)),
  start,
  pupil: pupilStatus,
  'about-pupil': pupilKnown,
  export: pupilExported,
  seen: pupilSeen,
  missing,
  'add-pupil': addPupil,
  show,
  form: openInItsPlace,
  submit: sendForm,
  more: unfoldForm,
  why: whyPressed,
  ...Object.fromEntries(SPECIAL_ANSWERS.map((one) => [one.sends, special(one)])),
  'open-meeting': openMeeting,
  'close-meeting': closeMeeting,
  'support-yes': supportYes,
  'told-in-person': told((who) => ({ type: 'tell-in-person', who })),
  'told-outside': told((since) => ({ type: 'tell-outside', since })),
  'take-back': takeBack,
  'profile-right': profileRight,
  'give-to': giveTo,
  'import-list': importAnswered,
  typed: typedPressed,
  ...STAFF_PRESSES,
  // Pressed again: it is said already.
  'coming-back': async (deps, { person }) => inPlace(await mineScreen(deps, person, 1, good(SAY.already))),
};
