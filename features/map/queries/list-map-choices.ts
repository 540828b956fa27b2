import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnership, partnershipProgramme, partnershipTheme } from '#db/schema/partnerships.ts';
import { place } from '#db/schema/places.ts';
import { programme, programmeText } from '#db/schema/programmes.ts';
import { theme, themeText } from '#db/schema/themes.ts';
import { localeNames } from '#db/sql/locale-names.ts';

/** What readers can choose from on a map: only what leads to a partnership or a place. */
export async function listMapChoices() {
  const db = publicDb();
  const [countries, types, themes, programmes] = await Promise.all([
    db.selectDistinct({ code: place.country }).from(place),
    db.selectDistinct({ code: partnership.type }).from(partnership),
    db
      .select({
        slug: theme.slug,
        names: localeNames(db, { text: themeText, owner: themeText.themeId, id: theme.id }),
      })
      .from(theme)
      .where(sql`exists (select 1 from ${partnershipTheme} where ${partnershipTheme}.theme_id = ${theme.id})`)
      .limit(CHOICES_MAX),
    db
      .select({
        slug: programme.slug,
        names: localeNames(db, { text: programmeText, owner: programmeText.programmeId, id: programme.id }),
      })
      .from(programme)
      .where(
        sql`exists (select 1 from ${partnershipProgramme} where ${partnershipProgramme}.programme_id = ${programme.id})`,
      )
      .limit(CHOICES_MAX),
  ]);
  return { countries: countries.map(({ code }) => code), types: types.map(({ code }) => code), themes, programmes };
}

const CHOICES_MAX = 200;
