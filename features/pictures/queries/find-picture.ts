import { readPartnership } from '#features/partnerships/cached.ts';
import { readPlace } from '#features/places/cached.ts';
import { HOME_PICTURE, pageOfPicture, SITE_PICTURE } from '#features/records/picture-path.ts';
import { recordTag } from '#features/records/tags.ts';
import { readStory } from '#features/stories/cached.ts';
import type { Locale } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { homePicture, partnershipPicture, placePicture, sitePicture, storyPicture } from '../describe-picture.ts';
import type { Picture } from '../model.ts';
import { type PictureWords, readPictureWords } from '../picture-words.ts';

/** A picture and the tags of what it shows, beside the words of its language. */
export interface FoundPicture {
  picture: Picture;
  tags: string[];
}

/**
 * What the picture at an address shows today.
 *
 * @param path - without language prefix; untrusted
 * @returns `null` where nothing published has that picture
 */
export async function findPicture(path: string, locale: Locale): Promise<FoundPicture | null> {
  const words = await readPictureWords(locale);
  if (path === HOME_PICTURE) return { picture: homePicture(words), tags: [] };
  if (path === SITE_PICTURE) return { picture: sitePicture(words), tags: [] };
  const page = pageOfPicture(path);
  if (page === null) return null;
  return findRecordPicture(page, words);
}

async function findRecordPicture(
  { kind, slug }: NonNullable<ReturnType<typeof pageOfPicture>>,
  words: PictureWords,
): Promise<FoundPicture | null> {
  const { locale } = words;
  if (kind === 'partnership') {
    const record = await readPartnership(slug, locale);
    return record && found(record, partnershipPicture(record, words, siteDayOf(new Date())));
  }
  if (kind === 'place') {
    const record = await readPlace(slug, locale);
    return record && found(record, placePicture(record, words));
  }
  const record = await readStory(slug, locale);
  return record && found(record, storyPicture(record, words));
}

/** Neighbours whose names are shown mark the record that shows them, too. */
function found({ id }: { id: string }, picture: Picture): FoundPicture {
  return { picture, tags: [recordTag(id)] };
}
