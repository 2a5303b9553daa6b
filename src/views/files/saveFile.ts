import { faultFrom, isAbort } from '../../contract/fault.ts';
import { useStatus } from '../../stores/statusStore.ts';

/** Makes a file and hands it to the browser, as work that the status line shows; a fault becomes a message. */
export async function saveFile(make: () => Promise<Blob> | Blob, name: string): Promise<void> {
  const end = useStatus.getState().begin();
  try {
    download(await make(), name);
  } catch (error) {
    if (!isAbort(error)) useStatus.getState().report(faultFrom(error));
  } finally {
    end();
  }
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken hold of the file by then; without this it would stay in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
