/** A page elsewhere by the name of its site; addresses were checked when they were saved. */
export function WebLink({ url }: { url: string }) {
  return (
    <a href={url} rel="external noopener">
      <bdi dir="ltr">{URL.canParse(url) ? new URL(url).host : url}</bdi>
    </a>
  );
}
