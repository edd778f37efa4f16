/** As long as a machine that is busy with other things may take; what comes at once is not waited for. */
export const PATIENTLY = { timeout: 30_000, interval: 10 } as const;
