import { cache } from 'react';

/** What the frame of a public page is told where it stands around a preview. */
interface PreviewFrame {
  /** The address of the preview without language prefix; `null` around everything that is public. */
  path: string | null;
}

/** Told by a preview before it draws its page, read by the frame of the page: once a request, so no other page hears of it. */
export const previewFrame = cache((): PreviewFrame => ({ path: null }));
