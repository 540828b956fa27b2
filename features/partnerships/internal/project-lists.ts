import { eq } from 'drizzle-orm';
import {
  agreement,
  decision,
  milestone,
  partnershipParty,
  partnershipProgramme,
  partnershipTheme,
  project,
} from '#db/schema/partnerships.ts';
import type { Database } from '#db/pool.ts';
import type { PartnershipFacts } from '../input.ts';

const LISTS = [
  agreement,
  decision,
  milestone,
  partnershipParty,
  partnershipProgramme,
  partnershipTheme,
  project,
] as const;

/** Writes the lists of a published partnership anew, each in the order of the record. */
export async function writeLists(tx: Database, partnershipId: string, facts: PartnershipFacts): Promise<void> {
  for (const table of LISTS) await tx.delete(table).where(eq(table.partnershipId, partnershipId));
  await writeParties(tx, partnershipId, facts);
  await writeDatedLists(tx, partnershipId, facts);
  const { themes = [], programmes = [] } = facts;
  if (themes.length > 0) {
    await tx.insert(partnershipTheme).values(themes.map((themeId, position) => ({ partnershipId, themeId, position })));
  }
  if (programmes.length > 0) {
    const rows = programmes.map((programmeId, position) => ({ partnershipId, programmeId, position }));
    await tx.insert(partnershipProgramme).values(rows);
  }
}

async function writeParties(tx: Database, partnershipId: string, { parties }: PartnershipFacts): Promise<void> {
  await tx.insert(partnershipParty).values(
    parties.map(({ place = null, organisation = null, ...party }, position) => ({
      partnershipId,
      position,
      placeId: place,
      organisationId: organisation,
      ...party,
    })),
  );
}

async function writeDatedLists(tx: Database, partnershipId: string, facts: PartnershipFacts): Promise<void> {
  const { agreements = [], decisions = [], milestones = [], projects = [] } = facts;
  const placed = <T>(item: T, position: number) => ({ partnershipId, position, ...item });
  if (agreements.length > 0) {
    const rows = agreements.map(({ openEnded = false, ...item }, position) => placed({ openEnded, ...item }, position));
    await tx.insert(agreement).values(rows);
  }
  if (decisions.length > 0) await tx.insert(decision).values(decisions.map((item, position) => placed(item, position)));
  if (milestones.length > 0)
    await tx.insert(milestone).values(milestones.map((item, position) => placed(item, position)));
  if (projects.length > 0) await tx.insert(project).values(projects.map((item, position) => placed(item, position)));
}
