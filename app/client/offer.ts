/** Which of the notes «this page in your language» to show: the reader's first language that the page has. */
export function offeredLanguage(wanted: readonly string[], current: string, there: readonly string[]): string | null {
  for (const tag of wanted) {
    const [language = ''] = tag.toLowerCase().split('-');
    if (language === current) return null;
    if (there.includes(language)) return language;
  }
  return null;
}

/** Shows the note for the reader's language, if the page is there in it. */
export function showOffer(isWanted: boolean): void {
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=alternate][hreflang]')];
  const there = links.map(({ hreflang }) => hreflang);
  const language = isWanted ? offeredLanguage(navigator.languages, document.documentElement.lang, there) : null;
  for (const note of document.querySelectorAll<HTMLElement>('[data-offer]')) {
    note.hidden = note.dataset['offer'] !== language;
  }
}
