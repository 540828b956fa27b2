import { useFormatter } from 'next-intl';

/** Names of people in a row, each with its own direction. */
export function IsolatedNames({ names }: { names: readonly string[] }) {
  const format = useFormatter();
  return format.list(names.map((name) => <bdi key={name}>{name}</bdi>));
}
