import { Fault } from '../../contract/fault.ts';

/**
 * Pictures side by side as one PNG, their tops in line.
 * @throws Fault `no-picture` where there are none, or no canvas to draw on
 */
export async function joinPictures(parts: readonly Blob[]): Promise<Blob> {
  if (parts.length === 0) throw new Fault('no-picture');
  const pictures = await Promise.all(parts.map((part) => createImageBitmap(part)));
  const canvas = new OffscreenCanvas(
    pictures.reduce((sum, { width }) => sum + width, 0),
    Math.max(...pictures.map(({ height }) => height)),
  );
  const context = canvas.getContext('2d');
  if (!context) throw new Fault('no-picture');
  let left = 0;
  for (const picture of pictures) {
    context.drawImage(picture, left, 0);
    left += picture.width;
    picture.close();
  }
  return canvas.convertToBlob({ type: 'image/png' });
}
