import { useWord } from '#i18n/use-word.ts';

/** What an organisation is, in a word. */
export function OrganisationKind({ kind }: { kind: string }) {
  return useWord('organisationKinds')(kind);
}
