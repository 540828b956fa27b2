import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';

interface Column {
  key: string;
  label: ReactNode;
  /** The label as plain text, for the cards on phones. */
  name: string;
  /** Digits under each other. */
  numeric?: boolean;
  /** Where a press on the title leads, and how the rows are sorted by it now. */
  sort?: { href: string; order: 'ascending' | 'descending' | 'none' } | undefined;
}

interface Row {
  key: string;
  /** One cell for each column; the first names the row. */
  cells: readonly ReactNode[];
}

interface DataTableProps {
  caption: ReactNode;
  /** For screen readers only, where a heading says it already. */
  captionHidden?: boolean;
  columns: readonly Column[];
  rows: readonly Row[];
}

/** Rows of records. Below 640 px each row is a card with the column's name before each cell. */
export function DataTable({ caption, captionHidden = false, columns, rows }: DataTableProps) {
  return (
    // The roles stay named, because a table that is laid out as cards loses them in some browsers.
    <table className="rows" role="table">
      <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <ColumnTitle column={column} key={column.key} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ key, cells }) => (
          <tr key={key} role="row">
            {columns.map((column, at) => (
              <Cell column={column} first={at === 0} key={column.key}>
                {cells[at]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ColumnTitle({ column: { label, numeric = false, sort } }: { column: Column }) {
  return (
    <th
      aria-sort={sort === undefined ? undefined : sort.order}
      className={joinClasses(numeric && 'is-numeric')}
      role="columnheader"
      scope="col"
    >
      {sort === undefined ? (
        label
      ) : (
        <a className="rows-sort" href={sort.href}>
          {label}
          <Icon name={sort.order === 'none' ? 'sort' : 'chevron-down'} />
        </a>
      )}
    </th>
  );
}

function Cell({ column, first, children }: { column: Column; first: boolean; children: ReactNode }) {
  const numeric = column.numeric === true ? 'is-numeric' : undefined;
  if (first) {
    return (
      <th className={numeric} role="rowheader" scope="row">
        {children}
      </th>
    );
  }
  return (
    <td className={numeric} data-label={column.name} role="cell">
      {children}
    </td>
  );
}
