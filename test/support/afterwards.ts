const cleanings: (() => Promise<unknown>)[] = [];

/** Has `clean` done when the test file that is running is done; what is asked for last comes first. */
export function afterwards(clean: () => Promise<unknown>): void {
  cleanings.push(clean);
}

/** Does all that was asked for, and forgets it. */
export async function cleanUp(): Promise<void> {
  for (const clean of cleanings.splice(0).reverse()) await clean();
}
