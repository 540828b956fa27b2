import { getTranslations } from 'next-intl/server';
import { Pagination } from '#ui/pagination.tsx';

interface DeskPagesProps {
  /** From 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** The way through the pages of a list; nothing where there is one only. */
export async function DeskPages({ page, pages, hrefOf }: DeskPagesProps) {
  const t = await getTranslations('Desk');
  if (pages < 2) return null;
  return (
    <Pagination
      label={t('pages')}
      next={page < pages ? { href: hrefOf(page + 1), text: t('next') } : undefined}
      position={t('pagePosition', { page, pages })}
      previous={page > 1 ? { href: hrefOf(page - 1), text: t('previous') } : undefined}
    />
  );
}
