import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { localisePath, type Locale } from '#i18n/locales.ts';
import { Isolate } from '#ui/isolate.tsx';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import { TEXT_PREFIX } from '../citations.ts';
import type { Evidence } from '../fact-evidence.ts';
import type { TextBlock as Block, TextRun } from '../published-rich-text.ts';
import { SourceMarks } from './source-marks.tsx';
import { TextBlock } from './text-block.tsx';

interface PublishedTextProps {
  /** From `readPublishedText`. */
  blocks: readonly Block[];
  /** The language of the text. */
  locale: Locale;
  evidence: Pick<Evidence, 'sources'>;
}

/** A stored text with its notes on sources. */
export function PublishedText({ blocks, locale, evidence }: PublishedTextProps) {
  if (blocks.length === 0) return null;
  return (
    <TextBlock className="prose" locale={locale}>
      {blocks.map((block) => (
        <TextPart block={block} evidence={evidence} key={block.id} locale={locale} />
      ))}
    </TextBlock>
  );
}

type Context = Pick<PublishedTextProps, 'evidence' | 'locale'>;

function TextPart({ block, ...context }: Context & { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return (
        <Heading id={`${TEXT_PREFIX}${block.id}`}>
          <Runs {...context} runs={block.runs} />
        </Heading>
      );
    }
    case 'quotation':
      return (
        <blockquote>
          <Runs {...context} runs={block.runs} />
        </blockquote>
      );
    case 'list':
      return <TextList {...context} items={block.items} ordered={block.ordered} />;
    case 'table':
      return <TextTable {...context} block={block} />;
    default:
      return (
        <p>
          <Runs {...context} runs={block.runs} />
        </p>
      );
  }
}

function TextList({ items, ordered, ...context }: Context & { items: readonly TextRun[][]; ordered: boolean }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List>
      {items.map((runs) => (
        <li key={runs[0]?.at}>
          <Runs {...context} runs={runs} />
        </li>
      ))}
    </List>
  );
}

function TextTable({ block, ...context }: Context & { block: Extract<Block, { kind: 'table' }> }) {
  return (
    <table>
      <thead>
        <tr>
          {block.head.map((runs, column) => (
            <th key={`${block.id} ${String(column)}`} scope="col">
              <Runs {...context} runs={runs} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, number) => (
          <tr key={`${block.id} ${String(number)}`}>
            {row.map((runs, column) => (
              <td key={`${block.id} ${String(column)}`}>
                <Runs {...context} runs={runs} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Runs({ runs, locale, evidence }: Context & { runs: readonly TextRun[] }) {
  return runs.map((run) => <Run evidence={evidence} key={run.at} locale={locale} run={run} />);
}

function Run({ run, locale, evidence }: Context & { run: TextRun }) {
  const words = run.lang === null ? isolateRuns(run.text, locale) : <Isolate lang={run.lang}>{run.text}</Isolate>;
  const stressed = run.bold ? <strong>{words}</strong> : words;
  return (
    <>
      <Linked href={run.href}>{stressed}</Linked>
      <SourceMarks at={`${TEXT_PREFIX}${run.at}`} evidence={evidence} sourceIds={run.sourceIds} />
    </>
  );
}

function Linked({ href, children }: { href: string | null; children: ReactNode }) {
  const reader = useLocale();
  if (href === null) return children;
  if (href.startsWith('/')) return <a href={localisePath(reader, href)}>{children}</a>;
  return (
    <a href={href} rel="external noopener">
      {children}
    </a>
  );
}
