/** A name that may be meant, as `/api/v1/suggestions` answers. */
interface Suggestion {
  type: string;
  href: string;
  title: string;
  textLocale: string;
  gloss: string | null;
  glossLocale: string | null;
}

/** What the page says about suggestions, in its language. */
export interface SuggestionWords {
  /** The names of the kinds. */
  kinds: Readonly<Record<string, string>>;
  /** How many there are, in words, by their number. */
  counts: readonly string[];
  label: string;
}

const WAIT_MS = 120;

/** A field with its list, and what is going on there. */
interface Suggesting {
  field: HTMLInputElement;
  list: HTMLUListElement;
  /** Tells how many there are to those who do not see the list. */
  said: HTMLParagraphElement;
  /** Where to ask; what is typed goes to the end. */
  address: string;
  words: SuggestionWords;
  asked: AbortController;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** The place of the chosen suggestion; -1: the field itself. */
  active: number;
}

/** Suggests names below a field while somebody types there; without answers the field stays what it was. */
export function suggestBelow(field: HTMLInputElement, asking: Pick<Suggesting, 'address' | 'words'>): void {
  const list = document.createElement('ul');
  const said = document.createElement('p');
  const it: Suggesting = { ...asking, field, list, said, asked: new AbortController(), timer: undefined, active: -1 };
  Object.assign(list, { id: `${field.id}-suggestions`, className: 'suggestions', hidden: true });
  said.className = 'sr-only';
  setAll(said, { role: 'status' });
  setAll(list, { role: 'listbox', 'aria-label': asking.words.label });
  setAll(field, {
    role: 'combobox',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  });
  field.after(list);
  field.closest('form')?.append(said);
  field.addEventListener('input', () => askSoon(it));
  field.addEventListener('keydown', (event) => press(it, event));
  field.addEventListener('blur', () => close(it));
  // The field keeps the focus while a suggestion is pressed.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  // A page that comes back from the browser's memory begins without a list.
  addEventListener('pagehide', () => close(it));
}

function askSoon(it: Suggesting): void {
  clearTimeout(it.timer);
  it.asked.abort();
  const typed = it.field.value.trim();
  if (typed === '') {
    close(it);
    return;
  }
  it.asked = new AbortController();
  const { signal } = it.asked;
  it.timer = setTimeout(() => {
    ask(it, typed, signal).catch(() => {
      // Somebody typed on, or nobody answers: the list belongs to who asked last.
      if (!signal.aborted) close(it);
    });
  }, WAIT_MS);
}

async function ask(it: Suggesting, typed: string, signal: AbortSignal): Promise<void> {
  const answer = await fetch(`${it.address}${encodeURIComponent(typed)}`, { signal });
  const found = answer.ok ? suggestionsIn(await answer.json()) : [];
  if (!signal.aborted && document.activeElement === it.field) show(it, found);
}

function show(it: Suggesting, found: readonly Suggestion[]): void {
  const { list, said, words } = it;
  it.active = -1;
  list.replaceChildren(...found.map((one, at) => optionOf(one, `${list.id}-${String(at)}`, words)));
  said.textContent = words.counts[Math.min(found.length, words.counts.length - 1)] ?? '';
  open(it, found.length > 0);
}

function optionOf(
  { href, title, textLocale, gloss, glossLocale, type }: Suggestion,
  id: string,
  words: SuggestionWords,
) {
  const item = document.createElement('li');
  item.role = 'none';
  const link = document.createElement('a');
  setAll(link, { id, role: 'option', 'aria-selected': 'false' });
  link.href = href;
  link.tabIndex = -1;
  link.append(wordsIn(title, textLocale));
  if (gloss !== null) link.append(' ', wordsIn(gloss, glossLocale ?? '', 'suggestion-gloss'));
  const kind = document.createElement('span');
  kind.className = 'suggestion-kind';
  kind.textContent = words.kinds[type] ?? '';
  link.append(' ', kind);
  item.append(link);
  return item;
}

/** What each key does; what it does not do here it does as everywhere. */
const KEYS: Readonly<Record<string, (it: Suggesting) => boolean>> = {
  ArrowDown: (it) => move(it, 1),
  ArrowUp: (it) => move(it, -1),
  Enter: (it) => {
    const link = it.list.hidden ? undefined : optionsOf(it)[it.active];
    link?.click();
    return link !== undefined;
  },
  Escape: (it) => {
    const wasOpen = !it.list.hidden;
    close(it);
    return wasOpen;
  },
};

function press(it: Suggesting, event: KeyboardEvent): void {
  const isDone = !event.isComposing && KEYS[event.key]?.(it) === true;
  if (isDone) event.preventDefault();
}

/** Past either end the field itself is chosen again. */
function move(it: Suggesting, step: number): boolean {
  const { field } = it;
  const options = optionsOf(it);
  const count = options.length;
  if (count === 0) return false;
  open(it, true);
  it.active = ((it.active + 1 + step + count + 1) % (count + 1)) - 1;
  for (const [at, option] of options.entries()) {
    option.setAttribute('aria-selected', String(at === it.active));
  }
  const chosen = options[it.active];
  if (chosen === undefined) field.removeAttribute('aria-activedescendant');
  else field.setAttribute('aria-activedescendant', chosen.id);
  chosen?.scrollIntoView({ block: 'nearest' });
  return true;
}

function optionsOf({ list }: Suggesting): HTMLAnchorElement[] {
  return [...list.querySelectorAll('a')];
}

function open({ field, list }: Suggesting, isOpen: boolean): void {
  list.hidden = !isOpen;
  field.setAttribute('aria-expanded', String(isOpen));
  if (!isOpen) field.removeAttribute('aria-activedescendant');
}

function close(it: Suggesting): void {
  clearTimeout(it.timer);
  it.asked.abort();
  open(it, false);
}

function setAll(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function wordsIn(text: string, language: string, className = ''): HTMLElement {
  const words = document.createElement('bdi');
  words.textContent = text;
  if (language !== '' && language !== document.documentElement.lang) words.lang = language;
  if (className !== '') words.className = className;
  return words;
}

/** Whatever comes, only what has the shape of a suggestion is shown. */
export function suggestionsIn(answer: unknown): Suggestion[] {
  if (!isObject(answer) || !Array.isArray(answer['suggestions'])) return [];
  return answer['suggestions'].filter((one: unknown): one is Suggestion => isSuggestion(one));
}

function isSuggestion(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { href, title, textLocale, type, gloss } = value;
  const isOwn = typeof href === 'string' && /^\/(?!\/)/u.test(href);
  return isOwn && [title, textLocale, type].every((one) => typeof one === 'string') && isTextOrNull(gloss);
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
