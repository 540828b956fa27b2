import type { ComponentProps } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-glyphs.ts';
import { joinClasses } from './join-classes.ts';

/** `primary` once a screen; `saffron` on the deep ground only. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger' | 'saffron';

interface ButtonProps extends ComponentProps<'button'> {
  look?: ButtonLook;
  icon?: IconName | undefined;
}

export function Button({ look = 'secondary', icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button className={joinClasses('button', `button-${look}`, className)} type={type} {...rest}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </button>
  );
}
