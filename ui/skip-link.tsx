/** Leads past the navigation; seen only while it has the focus. Comes first in `body`. */
export function SkipLink({ href, children }: { href: `#${string}`; children: string }) {
  return (
    <a className="skip-link" href={href}>
      {children}
    </a>
  );
}
