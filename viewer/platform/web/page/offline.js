// Keeps the page for when there is no network, and isolates it (which threads need) on hosts that cannot set headers.
'use strict';
const kept = 'algemeente-@VERSION@';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('algemeente-') && name !== kept) await caches.delete(name);
  await self.clients.claim();
})()));

const isolated = response => {
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  return new Response(response.body, {status: response.status, statusText: response.statusText, headers});
};

// the page itself is asked for first, so that a new version is seen; its parts carry the version in their address
const answer = async request => {
  const cache = await caches.open(kept);
  const key = request.mode === 'navigate' ? new URL('./', self.registration.scope).href : request;
  if (request.mode !== 'navigate') {
    const found = await cache.match(key);
    if (found) return isolated(found);
  }
  try {
    const fresh = await fetch(request);
    if (fresh.ok && fresh.type === 'basic') await cache.put(key, fresh.clone());
    return isolated(fresh);
  } catch (problem) {
    const found = await cache.match(key);
    if (found) return isolated(found);
    throw problem;
  }
};

self.addEventListener('fetch', event => {
  const own = new URL(event.request.url).origin === self.location.origin;
  if (own && event.request.method === 'GET') event.respondWith(answer(event.request));
});
