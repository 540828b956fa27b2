interface JsonLdProps {
  /** A node or a graph of nodes, in the words of schema.org and others. */
  value: object;
}

/**
 * What the page says in a form for machines. It holds nothing that the page does not show.
 *
 * @remarks The signs that could end the element are written as escapes of JSON; the block is data and is never run.
 */
export function JsonLd({ value }: JsonLdProps) {
  const text = JSON.stringify(value).replaceAll(/[<>&\u2028\u2029]/gu, escapeOf);
  return (
    <script data-keep="" type="application/ld+json">
      {text}
    </script>
  );
}

function escapeOf(sign: string): string {
  return `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
