/** What a part of the tests came to. */
export interface Tally {
  passed: number;
  failed: number;
  /** Why something failed that no report above names, in sentences. */
  reasons: string[];
}

/** The tally of a part that could not run: one failure with its reason. */
export function couldNotRun(thrown: unknown): Tally {
  return { passed: 0, failed: 1, reasons: [thrown instanceof Error ? thrown.message : String(thrown)] };
}

/** All tallies as one. */
export function addUp(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    reasons: tallies.flatMap(({ reasons }) => reasons),
  };
}

/** A program that says it failed has failed, even where its report names no failure. */
export function withExitCode(tally: Tally, name: string, code: number | null): Tally {
  if (code === 0 || tally.failed > 0) return tally;
  const reason = `${name} ended with ${code === null ? 'a signal' : `exit code ${String(code)}`} and names no failure.`;
  return { ...tally, failed: 1, reasons: [...tally.reasons, reason] };
}
