// Opens the phone's first page without a network. It answers only from what the page itself put on the shelf: the page without anybody's
// data, and files whose names hold a hash of their content. Answers of the API pass it by.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate') event.respondWith(fetch(event.request).catch(async () => (await caches.match('/m')) ?? Response.error()));
  else if (pathname.startsWith('/assets/')) event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
