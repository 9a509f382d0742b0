/**
 * Keeps the texts that a signed-in person has opened, and nothing else, so that they open again without a network. It works below
 * /materials/ alone. Pages come from the network first; a copy is shown only where the network does not answer. Copies of one reader
 * are thrown away as soon as another one reads here, and all of them at sign-out (ui/forget-device.tsx).
 */
const KEPT = "zx-texts-";
const MOST_TEXTS = 60;
/** By the number of a page: when the copy that it shows was made. */
const shownCopies = new Map();

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

const isText = ({ pathname }) => /^\/materials\/[a-z0-9-]+$/.test(pathname);
const isScript = ({ pathname }) => pathname.startsWith("/_next/static/");
const isPicture = ({ pathname }, { destination }) => pathname.startsWith("/api/files/") && destination === "image";

/** A copy in whatever reader's store there is: there is never more than one. */
const findKept = (address) => caches.match(address, { ignoreVary: true });

async function answerText(event, { pathname }) {
  const reply = await fetch(event.request).catch(() => null);
  if (reply && reply.status < 500) return reply;
  const kept = await findKept(pathname);
  if (!kept) return reply ?? Response.error();
  shownCopies.set(event.resultingClientId, kept.headers.get("x-zx-kept"));
  return kept;
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (isText(url)) event.respondWith(answerText(event, url));
  } else if (isScript(url)) {
    // Their names change with their content.
    event.respondWith(findKept(url.pathname + url.search).then((kept) => kept ?? fetch(request)));
  } else if (isPicture(url, request)) {
    event.respondWith(fetch(request).catch(async () => (await findKept(url.pathname)) ?? Response.error()));
  }
});

async function forgetOthers(own) {
  for (const name of await caches.keys()) if (name.startsWith(KEPT) && name !== own) await caches.delete(name);
}

/** The oldest texts go first; what they needed goes with the store. */
async function trim(store) {
  const texts = (await store.keys()).filter(({ url }) => isText(new URL(url)));
  for (const text of texts.slice(0, Math.max(0, texts.length - MOST_TEXTS))) await store.delete(text);
}

async function keepText({ reader, path, needed }) {
  const name = `${KEPT}${Number(reader)}`;
  const url = new URL(path, self.location.origin);
  if (url.origin !== self.location.origin || !isText(url)) return;
  await forgetOthers(name);
  const reply = await fetch(path, { headers: { accept: "text/html" } });
  if (!reply.ok || reply.redirected || !(reply.headers.get("content-type") ?? "").includes("text/html")) return;
  const html = await reply.text();
  const headers = new Headers(reply.headers);
  for (const gone of ["content-encoding", "content-length", "set-cookie"]) headers.delete(gone);
  headers.set("x-zx-kept", new Date().toISOString());
  const store = await caches.open(name);
  await store.delete(url.pathname, { ignoreVary: true });
  await store.put(url.pathname, new Response(html, { headers }));
  const named = html.match(/\/_next\/static\/[^"'\\\s<>)]+/g) ?? [];
  for (const address of new Set([...needed, ...named])) {
    if (await store.match(address, { ignoreVary: true })) continue;
    const part = await fetch(address).catch(() => null);
    if (part?.status === 200) await store.put(address, part);
  }
  await trim(store);
}

self.addEventListener("message", (event) => {
  const { data, source } = event;
  if (data?.kind === "keep") event.waitUntil(keepText(data).catch(() => undefined));
  if (data?.kind === "whence" && shownCopies.has(source?.id)) source.postMessage({ keptAt: shownCopies.get(source.id) });
});
