interface Figure {
  key: string;
  /** The number, already written in the reader's digits. */
  value: string;
  label: string;
}

/** A few large numbers with what they count. */
export function FigureRow({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map(({ key, value, label }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
