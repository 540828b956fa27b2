import type { ReactNode } from 'react';
import { directionOf } from './text-direction.ts';

interface IsolateProps {
  children: ReactNode;
  /** The language of what stands inside, as a BCP 47 tag. */
  lang?: string | undefined;
  /** Only where the language does not say it, such as for codes and numbers. */
  dir?: 'ltr' | 'rtl';
  className?: string;
}

/** Keeps a name, code, number or foreign word in its own order inside text of another direction. */
export function Isolate({
  children,
  lang,
  dir = lang === undefined ? 'ltr' : directionOf(lang),
  className,
}: IsolateProps) {
  return (
    <bdi className={className} dir={dir} lang={lang}>
      {children}
    </bdi>
  );
}
