import { isIPv6 } from 'node:net';

/**
 * Who counts as one asker: an IPv4 address, or the /64 network of an IPv6 address. Whoever has one of its addresses has them all, so that
 * limits per address would be none.
 */
export function askerAt(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const [address = ''] = ip.toLowerCase().split('%');
  const [, mapped] = /^::ffff:([\d.]+)$/.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  const [front, back] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const gap = new Array<string>(8 - (front?.length ?? 0) - (back?.length ?? 0)).fill('0');
  const groups = [...(front ?? []), ...gap, ...(back ?? [])].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
