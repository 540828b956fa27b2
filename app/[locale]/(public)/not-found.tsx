import { NotFoundView } from './_components/not-found-view.tsx';

/**
 * What the framework's script puts in the place of a page that answered 404; the server wrote the same already. It knows
 * nothing of that page, so both texts are there and a `meta` element in the head of the page decides.
 */
export default function NotFound() {
  return <NotFoundView fate="either" />;
}
