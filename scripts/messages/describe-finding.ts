import type { CatalogueFinding, CheckName } from '#features/checks/model.ts';

const SENTENCES: Record<CheckName, (subject: string) => string> = {
  apostrophe: () => "An apostrophe before a brace or tag silences it; write ’ or double it: ''.",
  'arg-corrupt': (name) => `No code can mean an argument named ${name}.`,
  'arg-extra': (name) => `The source has no argument ${name}.`,
  'arg-missing': (name) => `The argument ${name} of the source is missing.`,
  'arg-type': (name) => `The argument ${name} is used in another way than in the source.`,
  'bidi-control': (sign) => `${sign} changes the direction unseen; delete it.`,
  empty: () => 'The text is empty.',
  'icu-parse': (reason) => `The text is no ICU message: ${reason}.`,
  invisible: (sign) => `${sign} cannot be seen; delete it.`,
  missing: () => 'The text is missing.',
  'not-nfc': () => 'The letters are composed in an unusual way; normalise to NFC.',
  'not-text': () => 'A text or a group of texts belongs here.',
  orphan: () => 'The source has no such text.',
  'plural-missing': (form) => `The language needs the plural form ${form}.`,
  'plural-needless': (form) => `The language never uses the plural form ${form}.`,
  'plural-offset': (offset) => `No offset (${offset}): it is not supported everywhere.`,
  'plural-selector': (form) => `${form} is no plural form.`,
  'space-edge': () => 'The text begins or ends with white space.',
  'tag-extra': (name) => `The source has no tag <${name}>.`,
  'tag-missing': (name) => `The tag <${name}> of the source is missing.`,
  unsorted: (before) => `Names are sorted: this one stands before ${before}.`,
};

/** What a finding means, as a sentence for the person at the terminal. */
export function describeCheck({ check, subject }: CatalogueFinding): string {
  return SENTENCES[check](subject);
}
