import { pairSeal } from './seal-geometry.ts';
import { Seal } from './seal.tsx';

interface WordmarkProps {
  /** The name of the site in the language of the page. */
  name: string;
  href: string;
}

/** The name of the site with its mark, the seal of Hamburg and Busan's angle, as the link home. */
export function Wordmark({ name, href }: WordmarkProps) {
  return (
    <a className="wordmark" href={href}>
      <Seal shape={pairSeal({ bearing: 47 })} size={36} />
      <span>{name}</span>
    </a>
  );
}
