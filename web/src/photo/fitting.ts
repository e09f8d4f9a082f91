import type { Say } from '../language/language';
import { MOST_MB } from './most-mb';

const MEGABYTE = 1024 * 1024;
/** The longer side of a photo that is made smaller: a number plate can still be read on it. Halved until it fits. */
const SIDE = 4096;
const QUALITY = 0.85;
const TRIES = 3;

/**
 * What is sent of a file that was chosen: a photo that is too large is made smaller first, as JPEG; what the camera wrote into it is taken out by the
 * service anyway.
 * @throws before anything is sent, with the limit, where it cannot be made to fit
 */
export async function fitting(file: File, say: Say): Promise<File> {
  const most = mostOf(file);
  if (file.size <= most * MEGABYTE) return file;
  const smaller = file.type.startsWith('image/') ? await madeSmaller(file, most * MEGABYTE) : undefined;
  if (smaller) return smaller;
  throw new Error(
    say(`“${file.name}”超过 ${most} MB，请压缩后再选。`, `"${file.name}" is larger than ${most} MB: choose one that is smaller.`),
  );
}

const mostOf = ({ type }: File): number => {
  if (type.startsWith('image/')) return MOST_MB.image;
  return type.startsWith('video/') ? MOST_MB.video : MOST_MB.document;
};

/** Undefined where this browser cannot read it. */
async function madeSmaller(file: File, most: number): Promise<File | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  try {
    for (let side = SIDE, tries = TRIES; tries > 0; side /= 2, tries--) {
      const blob = await drawn(picture, side);
      if (blob && blob.size <= most) return new File([blob], file.name.replace(/(?:\.\w+)?$/, '.jpg'), { type: blob.type });
    }
    return undefined;
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, side: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#fff'; // behind what is transparent
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}
