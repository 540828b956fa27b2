import type { ComponentProps } from 'react';
import type { ButtonLook } from './button.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-glyphs.ts';
import { joinClasses } from './join-classes.ts';

interface LinkButtonProps extends ComponentProps<'a'> {
  href: string;
  look?: ButtonLook;
  icon?: IconName | undefined;
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ look = 'secondary', icon, className, children, href, ...rest }: LinkButtonProps) {
  return (
    <a className={joinClasses('button', `button-${look}`, className)} href={href} {...rest}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </a>
  );
}
