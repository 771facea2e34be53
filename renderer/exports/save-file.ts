/** Hands a file to the person: browsers and the desktop window both do with it what they do with downloads. */

/** How long the file is held for whoever saves it, in ms. */
const heldMs = 60_000;

export interface MadeFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly base64: string;
}

export function saveFile({ fileName, mediaType, base64 }: MadeFile): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), heldMs);
}
