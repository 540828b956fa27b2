const LETTERS: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي' };

/** Words as they are compared while somebody types: small letters, no vowel signs, one form of alif, ya and ta marbuta. */
export function foldForSearch(text: string): string {
  const bare = text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}|\u0640/gu, '')
    .normalize('NFC');
  return [...bare]
    .map((letter) => LETTERS[letter] ?? letter)
    .join('')
    .trim();
}
