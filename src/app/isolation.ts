const RELOADED = 'isolation-reloaded';

/**
 * Threads need a cross-origin isolated page. Where the host sends no such headers, a service worker adds them and
 * the page loads once more; where there is none (plain http to another host, private windows), the app runs on one
 * thread and says so.
 * @returns whether the page is about to load again
 */
export async function isolate(): Promise<boolean> {
  if (window.crossOriginIsolated || !window.isSecureContext || !('serviceWorker' in navigator)) return false;
  try {
    if (sessionStorage.getItem(RELOADED)) return false;
    await navigator.serviceWorker.register('./isolation-worker.js');
    await navigator.serviceWorker.ready;
    sessionStorage.setItem(RELOADED, 'yes');
  } catch {
    return false;
  }
  location.reload();
  return true;
}
