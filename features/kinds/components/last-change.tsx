'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ToggleEvent, useState } from 'react';
import { isPlainObject } from '#features/records/plain-object.ts';
import type { Content } from '#features/records/model.ts';
import type { LastChange } from '#features/records/queries/list-last-changes.ts';
import { momentText } from '#i18n/moment-text.ts';
import { useFormView } from './form-view.ts';

type Found = LastChange | 'failed' | 'never' | 'waiting';

/** Who wrote a field last, for whoever opens it; it is asked then, once for the whole form. */
export function LastChangeOf({ path }: { path: string }) {
  const t = useTranslations('Desk.lastChange');
  const { content, address, scope, lastChanges } = useFormView();
  const [found, setFound] = useState<Found>('waiting');
  const stored = storedPath(content, path);
  if (stored === null) return null;

  async function look({ currentTarget }: ToggleEvent<HTMLDetailsElement>) {
    if (!currentTarget.open || stored === null) return;
    const all = await lastChanges();
    setFound(all === null ? 'failed' : (newestAt(all, stored) ?? 'never'));
  }

  return (
    <details className="last-change" onToggle={(event) => void look(event)}>
      <summary>{t('show')}</summary>
      <p>
        <FoundChange found={found} />{' '}
        <a href={`${address}/history?unit=${scope}&path=${encodeURIComponent(stored)}`}>{t('history')}</a>
      </p>
    </details>
  );
}

function FoundChange({ found }: { found: Found }) {
  const t = useTranslations('Desk');
  const locale = useLocale();
  if (typeof found === 'string') return t(`lastChange.${found}`);
  return t.rich('lastChange.by', {
    by: () => <bdi>{found.author ?? t('revisionSystem')}</bdi>,
    at: momentText(locale, new Date(found.at)),
    n: String(found.n),
  });
}

function newestAt(all: readonly LastChange[], stored: string): LastChange | undefined {
  return all
    .filter(({ path }) => path === stored || path.startsWith(`${stored}.`))
    .toSorted((one, other) => other.n - one.n)[0];
}

/** Where a field of the form is stored: items are numbered in forms and named in contents. `null` for what is not stored yet. */
function storedPath(content: Content, path: string): string | null {
  const [name = '', number, ...rest] = path.split('.');
  const list = content[name];
  if (number === undefined || !Array.isArray(list)) return path;
  const item: unknown = list[Number(number)];
  return isPlainObject(item) ? [name, String(item['id']), ...rest].join('.') : null;
}
