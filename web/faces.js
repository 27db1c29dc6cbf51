// The page's fonts, from the bytes, not by address: the page may fetch nothing.

// Always there: what the interface is set in, and the article unless the reader chooses otherwise.
export const faces = [
  ['fonts.inter-regular', 'Inter', '400'],
  ['fonts.inter-semibold', 'Inter', '600'],
  ['fonts.noto-serif-regular', 'Noto Serif', '400'],
  ['fonts.noto-serif-bold', 'Noto Serif', '700'],
  ['fonts.icons', 'Lesesaal Icons', '400'],
];
// Inflated when the text is to be set in it.
const facesOnDemand = [
  ['fonts.legible-regular', 'Atkinson Hyperlegible', '400'],
  ['fonts.legible-bold', 'Atkinson Hyperlegible', '700'],
];
export const blocksOfFacesOnDemand = facesOnDemand.map(([name]) => name);

function add(name, family, weight, bytes) {
  const face = new FontFace(family, bytes, { weight });
  document.fonts.add(face);
  face.load().catch((error) => console.warn(name, error));
}

export function addFaces(blocks) {
  for (const [name, family, weight] of faces) {
    const bytes = blocks.view(name);
    if (bytes.length > 0) add(name, family, weight, bytes.slice());
  }
}

// Waits for the token --text-face to name a family on demand. A damaged block leaves the next family of that token.
export function offerFaces(blocks) {
  const root = document.documentElement;
  const waiting = [...facesOnDemand];
  const look = () => {
    const wanted = root.style.getPropertyValue('--text-face');
    for (const face of waiting.filter(([, family]) => wanted.includes(family))) {
      const [name, family, weight] = face;
      waiting.splice(waiting.indexOf(face), 1);
      blocks.read(name).then((bytes) => add(name, family, weight, bytes), (error) => console.warn(error.message));
    }
    if (waiting.length === 0) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { attributes: true, attributeFilter: ['style'] });
  look();
}
