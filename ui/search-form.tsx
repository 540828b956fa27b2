import { useId, type ReactNode } from 'react';

interface SearchFormProps {
  /** Where the question is sent, by GET. */
  action: string;
  label: string;
  submit: string;
  /** The name of the field in the address. */
  name?: string;
  value?: string | undefined;
  placeholder?: string | undefined;
  maxLength?: number | undefined;
  look?: 'primary' | 'saffron';
  /** What the field tells a script that helps to fill it in; its `id` has to be known to the script. */
  helper?: Readonly<Record<`data-${string}`, string>> | undefined;
  /** Further fields, such as hidden filters. */
  children?: ReactNode;
}

/** A search that works without script. */
export function SearchForm({
  action,
  label,
  submit,
  name = 'q',
  value,
  placeholder,
  maxLength,
  look = 'primary',
  helper,
  children,
}: SearchFormProps) {
  const id = useId();
  return (
    <search>
      <form action={action} className="search-form" method="get">
        <label htmlFor={id}>{label}</label>
        <div>
          <input
            {...helper}
            className="input"
            defaultValue={value}
            enterKeyHint="search"
            id={id}
            maxLength={maxLength}
            name={name}
            placeholder={placeholder}
            type="search"
          />
          <button className={`button button-${look}`} type="submit">
            {submit}
          </button>
        </div>
        {children}
      </form>
    </search>
  );
}
