import { BlockList, isIP } from "node:net";

const nearby = new BlockList();
for (const [net, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const)
  nearby.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  nearby.addSubnet(net, bits, "ipv6");

const SHAPE = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?::([1-9]\d{0,4}))?$/;

/** Whether an address is of this machine. */
export function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.") || address.startsWith("::ffff:127.");
}

function isNearby(name: string): boolean {
  const bare = name.startsWith("[") ? name.slice(1, -1) : name;
  const family = isIP(bare);
  if (family !== 0) return nearby.check(bare, family === 4 ? "ipv4" : "ipv6");
  return !name.includes(".") || name.endsWith(".local") || name.endsWith(".localhost");
}

/**
 * The Host to vouch for, in lower case, or null when we do not answer under it (TE4): with PUBLIC_URL exactly that host, without it
 * this machine, private addresses and names that cannot be public.
 */
export function vouchedHost(host: string | undefined, publicUrl: URL | null): string | null {
  const asked = host?.toLowerCase() ?? "";
  const [whole, name] = SHAPE.exec(asked) ?? [];
  if (whole === undefined || name === undefined) return null;
  if (publicUrl)
    return asked === publicUrl.host || asked === `${publicUrl.hostname}:${publicUrl.protocol === "https:" ? 443 : 80}`
      ? publicUrl.host
      : null;
  return isNearby(name) ? asked : null;
}

/** Whether an address can be read at all: a path with broken escapes, or with bytes that are no UTF-8, names nothing. */
export function isReadablePath(url: string): boolean {
  const path = url.split("?")[0] ?? "";
  try {
    return url.startsWith("/") && decodeURIComponent(path).isWellFormed();
  } catch {
    return false; // URIError: the sender's fault
  }
}
