import { inAllLanguages } from '#features/records/public-pages.ts';
import { wholeAddress } from '#features/settings/site-address.ts';
import { fileAnswer } from '../_components/file-answer.ts';

export const dynamic = 'force-dynamic';

const CLOSED = [
  '/api/auth/',
  ...['/dashboard', '/sign-in', '/preview/', '/p/'].flatMap((path) => inAllLanguages(path)),
];

/** What machines may read: everything that readers may. */
export function GET(): Response {
  const lines = [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${wholeAddress('/sitemap.xml')}`,
  ];
  return fileAnswer(`${lines.join('\n')}\n`, 'text/plain; charset=utf-8', ['robots']);
}
