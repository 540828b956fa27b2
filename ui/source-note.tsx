interface SourceNoteProps {
  /** The number as the reader sees it. */
  number: string;
  /** The name of the link, such as «المصدر 1». */
  label: string;
  /** The place of the source on the page, such as `#source-1`. */
  href: string;
  /** Lets the list of sources lead back here. */
  id?: string | undefined;
}

/** The small mark behind a sentence that leads to its source. */
export function SourceNote({ number, label, href, id }: SourceNoteProps) {
  return (
    <sup className="source-note">
      <a aria-label={label} href={href} id={id}>
        <bdi dir="ltr">[{number}]</bdi>
      </a>
    </sup>
  );
}
