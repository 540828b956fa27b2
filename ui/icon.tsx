import { GLYPHS, type IconName } from './icon-glyphs.ts';
import { joinClasses } from './join-classes.ts';

interface IconProps {
  name: IconName;
  className?: string | undefined;
}

/** A glyph beside a text that says the same; a button with an icon alone needs a name of its own. */
export function Icon({ name, className }: IconProps) {
  const { path, flip } = GLYPHS[name];
  return (
    <svg
      aria-hidden="true"
      className={joinClasses('icon', flip && 'icon-flip', className)}
      focusable="false"
      viewBox="0 0 20 20"
    >
      <path d={path} />
    </svg>
  );
}
