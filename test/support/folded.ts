/** What is folded away on a card, in the order one would look. */
export const FOLDED = ['More', 'Add…'] as const;

export const isFold = (title: string): boolean => FOLDED.some((one) => one === title);

let unfolded = 0;
/** How often anybody had to look under one of these before they could press something. */
export const timesUnfolded = (): number => unfolded;

/** A way to press that looks as people do: what is not in sight is looked for under "More", then in what can be added. */
export const pressLooking =
  (
    press: (title: string, beside?: string) => Promise<void>,
    inSight: (title: string, beside?: string) => Promise<boolean> | boolean,
  ) =>
  async (title: string, beside?: string): Promise<void> => {
    for (const fold of FOLDED) {
      if ((await inSight(title, beside)) || !(await inSight(fold))) continue;
      unfolded++;
      await press(fold);
    }
    await press(title, beside);
  };
