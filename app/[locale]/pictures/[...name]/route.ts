import { drawPicture } from '#features/pictures/draw-picture.ts';
import { findPicture } from '#features/pictures/queries/find-picture.ts';
import { isLocale } from '#i18n/locales.ts';
import { messagesTag } from '#platform/page-tags.tsx';
import { fileAnswer } from '../../../_components/file-answer.ts';

export const dynamic = 'force-dynamic';

interface Asked {
  params: Promise<{ locale: string; name: string[] }>;
}

/** The picture by which a page is shown elsewhere: `/pictures/partnerships/hamburg-busan.png`. */
export async function GET(_request: Request, { params }: Asked): Promise<Response> {
  const { locale, name } = await params;
  const found = isLocale(locale) ? await findPicture(`/pictures/${name.join('/')}`, locale) : null;
  if (found === null) return new Response(null, { status: 404 });
  const drawn = await drawPicture(found.picture);
  return fileAnswer(new Uint8Array(drawn), 'image/png', [...found.tags, messagesTag(locale)]);
}
