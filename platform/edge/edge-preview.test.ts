import { afterEach, beforeEach, expect, it } from 'vitest';
import { ask } from '#tests/support/ask.ts';
import { page } from '#tests/support/fake-framework.ts';
import { type RunningEdge, startRunningEdge } from '#tests/support/running-edge.ts';

let edge: RunningEdge;

beforeEach(async () => {
  edge = await startRunningEdge();
});

afterEach(async () => {
  await edge.close();
});

it.each([
  ['/preview/P-101', "frame-ancestors 'self'"],
  ['/p/abcdefgh', "frame-ancestors 'none'"],
  ['/dashboard/frames', "frame-src 'self'"],
])('a preview is made for each who asks and kept nowhere: %s', async (path, framing) => {
  edge.framework.routes.set(path, page('draft', 'record:1'));
  for (let asked = 1; asked <= 2; asked += 1) {
    const { status, headers } = await ask(edge.port, path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'private, no-store' });
    expect(String(headers['content-security-policy'])).toContain(framing);
    expect(edge.framework.asked.filter((one) => one.path === path)).toHaveLength(asked);
  }
  await edge.framework.stop();
  expect((await ask(edge.port, path)).text, 'while the framework is away there is none').not.toContain('draft');
});
