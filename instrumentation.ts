/** Called by Next once in each server process, before the first request. */
export async function register(): Promise<void> {
  // Next builds this file for its edge runtime as well and leaves out only what stands behind exactly this comparison.
  // oxlint-disable-next-line house/homes
  if (process.env['NEXT_RUNTIME'] === 'nodejs') {
    const { followReleases, keepLog, nameRequests, noteBuild } = await import('./instrumentation-node.ts');
    keepLog();
    noteBuild();
    nameRequests();
    followReleases();
  }
}
