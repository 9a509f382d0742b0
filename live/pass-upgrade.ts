import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import type { DoorSettings } from "./door-settings.ts";
import { vouchedHost } from "./host-rule.ts";

/** Development reloads pages over a socket, which is passed on as it is. Nothing else asks for an upgrade, and nobody else gets one. */
export function passUpgrade(settings: DoorSettings, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on("error", () => socket.destroy());
  if (!settings.isDevelopment || vouchedHost(request.headers.host, settings.publicUrl) === null) return void socket.destroy();
  const onward = connect(Number(settings.pagesUrl.port), settings.pagesUrl.hostname, () => {
    const fields: string[] = [];
    for (let at = 0; at < request.rawHeaders.length; at += 2) fields.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
    onward.write(`${request.method} ${request.url} HTTP/1.1\r\n${fields.join("\r\n")}\r\n\r\n`);
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  onward.on("error", () => socket.destroy());
  socket.on("close", () => onward.destroy());
}
