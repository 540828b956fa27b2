import type { ReactNode } from 'react';
import { Isolate } from './isolate.tsx';
import type { SealShape } from './seal-geometry.ts';
import { Seal } from './seal.tsx';

/** One of the two names. */
export interface PairSide {
  name: string;
  /** The language of the name, where it is not that of the page. */
  lang?: string | undefined;
  /** Where the name leads; without it the name is part of the heading only. */
  href?: string | undefined;
  /** The name as the city itself writes it. */
  gloss?: { text: string; lang: string } | undefined;
  country?: string | undefined;
}

interface PairHeadingProps {
  /** The whole heading as one text, such as «هامبورغ وبوسان». */
  title: string;
  first: PairSide;
  second: PairSide;
  shape: SealShape;
  /** The distance with its unit, as text for readers. */
  distance?: ReactNode;
}

/** The two cities of a partnership with the seal between them. Screen readers hear one heading. */
export function PairHeading({ title, first, second, shape, distance }: PairHeadingProps) {
  return (
    <div className="pair">
      <h1 className="sr-only">{title}</h1>
      <PairName side={first} />
      <div className="pair-bridge">
        <Seal shape={shape} size={132} />
        {distance === undefined ? null : <p className="pair-distance">{distance}</p>}
      </div>
      <PairName side={second} />
    </div>
  );
}

function PairName({ side: { name, lang, href, gloss, country } }: { side: PairSide }) {
  const named = lang === undefined ? name : <Isolate lang={lang}>{name}</Isolate>;
  return (
    <div className="pair-side">
      {country === undefined ? null : <p className="pair-country">{country}</p>}
      {href === undefined ? (
        <p aria-hidden="true" className="pair-name">
          {named}
        </p>
      ) : (
        <p className="pair-name">
          <a href={href}>{named}</a>
        </p>
      )}
      {gloss === undefined ? null : (
        <p className="pair-gloss">
          <Isolate lang={gloss.lang}>{gloss.text}</Isolate>
        </p>
      )}
    </div>
  );
}
