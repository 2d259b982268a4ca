import { Modal, type ModalProps } from 'antd';
import { useEffect, useState } from 'react';

const place = (): HTMLElement => document.getElementById('dialogs') ?? document.body;

/**
 * A modal dialog in a place of its own. On the body itself the library would lock scrolling by a style element without a nonce,
 * which the content security policy refuses; a class does it here. What opened it has the focus again afterwards.
 */
export function Dialog(props: Omit<ModalProps, 'open' | 'getContainer'>) {
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    document.documentElement.classList.add('locked');
    return () => {
      document.documentElement.classList.remove('locked');
      queueMicrotask(() => (opener instanceof HTMLElement ? opener.focus() : undefined));
    };
  }, [opener]);
  return <Modal open getContainer={place} mask={{ closable: false }} {...props} />;
}
