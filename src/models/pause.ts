/**
 * Lets the worker read its messages, a cancellation among them: WASM computes without ever leaving its task, and
 * promises alone do not end one. A message channel, because timers wait 4 ms once they are nested.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
