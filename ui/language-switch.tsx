interface LanguageChoice {
  lang: string;
  /** In the language itself. */
  name: string;
  href: string;
  current?: boolean;
}

/** The same page in other languages. */
export function LanguageSwitch({ label, choices }: { label: string; choices: readonly LanguageChoice[] }) {
  return (
    <nav aria-label={label} className="languages">
      <ul>
        {choices.map(({ lang, name, href, current = false }) => (
          <li key={lang}>
            <a aria-current={current ? 'true' : undefined} href={href} hrefLang={lang} lang={lang}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
